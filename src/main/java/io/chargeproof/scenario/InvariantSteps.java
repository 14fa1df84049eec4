package io.chargeproof.scenario;

import io.cucumber.java.en.Then;

/** What holds of every answer, whatever it is an answer to. */
public final class InvariantSteps {
    private final SentRequests deeds;
    private final Judge judge;

    /** Steps of a scenario. */
    public InvariantSteps(SentRequests deeds, Judge judge) {
        this.deeds = deeds;
        this.judge = judge;
    }

    @Then("^every answer keeps to (?:this rule|these rules)$")
    public void everyAnswerKeepsToThisRule() {
        deeds.all().forEach(judge::needsAnswer);
        judge.standingHolds();
    }
}
