package io.chargeproof.api.evcnet;

import io.chargeproof.check.Check;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.scenario.Judge;
import io.chargeproof.scenario.SentRequests;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Optional;

/** What the Customer API makes of each request that was sent. */
public final class ReplySteps {
    private static final int FORBIDDEN = 403;

    private final SentRequests sentRequests;
    private final Judge judge;

    /** Steps of a scenario. */
    public ReplySteps(SentRequests sentRequests, Judge judge) {
        this.sentRequests = sentRequests;
        this.judge = judge;
    }

    @Then("it/each is {outcome}")
    public void eachIs(Check<Exchange> outcome) {
        if (outcome.equals(StatusIsOneOf.DOCUMENTED)) {
            noteForbidden();
        }
        judge.each(outcome, sentRequests.all());
    }

    /** A firewall may stand before the target; who reads of a wrong value needs to know which ones it keeps away. */
    private void noteForbidden() {
        List<String> forbidden = sentRequests.all().stream()
                .filter(sent -> sent.exchange().status().equals(Optional.of(FORBIDDEN)))
                .map(sent -> sent.request().purpose().inWords())
                .distinct()
                .toList();
        if (!forbidden.isEmpty()) {
            judge.note("HTTP 403 to " + String.join(", ", forbidden));
        }
    }
}
