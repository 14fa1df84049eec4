package io.chargeproof.scenario;

import io.chargeproof.requirement.RequirementId;
import java.util.Arrays;
import java.util.List;

/** Ends a scenario where an answer in it broke a requirement on every answer, which an invariant watches over. */
public class AnswerRules {
    private final SentRequests sent;
    private final Judge judge;

    /** Rules for a scenario. */
    public AnswerRules(SentRequests sent, Judge judge) {
        this.sent = sent;
        this.judge = judge;
    }

    /** Ends the scenario unless every request got an answer, and no answer broke one of these requirements. */
    public void hold(String... requirements) {
        sent.all().forEach(judge::needsAnswer);
        List<RequirementId> ids =
                Arrays.stream(requirements).map(RequirementId::new).toList();
        judge.standingHolds(ids);
    }
}
