package io.chargeproof.scenario;

import io.chargeproof.check.Verifies;
import io.chargeproof.requirement.RequirementId;
import java.util.Arrays;

/** The rules on answers for those of one scenario, which were judged as they came. */
public final class JudgedAnswers implements AnswerRules {
    private final SentRequests sent;
    private final Judge judge;

    /** Rules for a scenario. */
    public JudgedAnswers(SentRequests sent, Judge judge) {
        this.sent = sent;
        this.judge = judge;
    }

    @Override
    public void hold(Class<?>... invariants) {
        sent.all().forEach(judge::needsAnswer);
        judge.standingHolds(Arrays.stream(invariants)
                .flatMap(
                        each -> Arrays.stream(each.getAnnotation(Verifies.class).value()))
                .map(RequirementId::new)
                .toList());
    }
}
