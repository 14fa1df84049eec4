package io.chargeproof.scenario;

/** Ends a scenario where an answer in it broke a requirement on every answer, which an invariant watches over. */
public interface AnswerRules {
    /**
     * Ends the scenario unless every request got an answer, and no answer broke one of these requirements.
     *
     * @param requirements their IDs
     */
    void hold(String... requirements);
}
