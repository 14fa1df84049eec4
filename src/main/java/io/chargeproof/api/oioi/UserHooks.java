package io.chargeproof.api.oioi;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequest;
import io.cucumber.java.After;

/** Puts the test users' details back, so that the next scenario doesn't meet what this one left. */
public final class UserHooks {
    private static final int BAD_REQUEST = 400;

    private final UserFixtures users;
    private final ScenarioClient wire;

    /** Hooks of a scenario that may post. */
    public UserHooks(UserFixtures users, ScenarioClient wire) {
        this.users = users;
        this.wire = wire;
    }

    /** Puts back what was changed, and has judged what was sent to claim users, since a target may fail there already. */
    @After("@oioi or @uses-primary or @uses-secondary")
    public void putBack() {
        if (wire.exchanges().stream().anyMatch(UserHooks::mayHaveChanged)) {
            users.putBack(wire);
        } else {
            users.leaveForTheEnd();
        }
        users.takeUnjudged().forEach(exchange -> wire.adopt(new SentRequest(exchange, false)));
    }

    /** A post that is refused outright changes nothing; if it does, a later scenario or the end of the run puts back. */
    private static boolean mayHaveChanged(Exchange exchange) {
        return exchange.request().purpose().operation().equals(UserCall.POST_DETAILS.label())
                && exchange.answer()
                        .map(answer -> answer.status() < BAD_REQUEST)
                        .orElse(true);
    }
}
