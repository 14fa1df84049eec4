package io.chargeproof.steps;

import io.chargeproof.check.Check;
import io.chargeproof.exchange.Exchange;
import io.cucumber.java.en.Then;

/** What comes of each request that was sent. */
public final class OutcomeSteps {
    private final Deeds deeds;
    private final Judge judge;

    /** Steps of a scenario. */
    public OutcomeSteps(Deeds deeds, Judge judge) {
        this.deeds = deeds;
        this.judge = judge;
    }

    @Then("it/each is {outcome}")
    public void eachIs(Check<Exchange> outcome) {
        judge.each(outcome, deeds.all());
    }

    @Then("the/each call {reply}")
    public void eachCallGets(Check<Exchange> reply) {
        judge.each(reply, deeds.all());
    }

    @Then("every answer keeps to this rule")
    public void everyAnswerKeepsToThisRule() {
        deeds.all().forEach(judge::needsAnswer);
        judge.standingHolds();
    }
}
