package io.chargeproof.scenario;

/** Ends a scenario where an answer in it broke a requirement on every answer, which an invariant watches over. */
public interface AnswerRules {
    /**
     * Ends the scenario unless every request got an answer, and no answer broke what these invariants verify.
     *
     * @param invariants classes that name their requirements ({@link io.chargeproof.check.Verifies})
     */
    void hold(Class<?>... invariants);
}
