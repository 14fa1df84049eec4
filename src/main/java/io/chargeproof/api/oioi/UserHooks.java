package io.chargeproof.api.oioi;

import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequest;
import io.cucumber.java.After;

/** Puts the test users' details back, so that the next scenario doesn't meet what this one left. */
public final class UserHooks {
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
        users.putBack(wire);
        users.takeUnjudged().forEach(exchange -> wire.adopt(new SentRequest(exchange, false)));
    }
}
