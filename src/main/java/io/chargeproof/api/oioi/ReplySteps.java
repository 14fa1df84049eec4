package io.chargeproof.api.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.scenario.Judge;
import io.chargeproof.scenario.SentRequests;
import io.cucumber.java.en.Then;

/** What OIOI answers to each call that was sent. */
public final class ReplySteps {
    private final SentRequests sentRequests;
    private final Judge judge;

    /** Steps of a scenario. */
    public ReplySteps(SentRequests sentRequests, Judge judge) {
        this.sentRequests = sentRequests;
        this.judge = judge;
    }

    @Then("the/each call {reply}")
    public void eachCallGets(Check<Exchange> reply) {
        judge.each(reply, sentRequests.all());
    }
}
