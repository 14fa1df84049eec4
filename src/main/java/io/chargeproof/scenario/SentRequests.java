package io.chargeproof.scenario;

import java.util.ArrayList;
import java.util.List;

/** What the scenario's action sent; the outcome is judged on it. */
public final class SentRequests {
    private final List<SentRequest> sent = new ArrayList<>();

    /** Adds a request that the action sent. */
    public void add(SentRequest one) {
        sent.add(one);
    }

    /** All that was sent. */
    public List<SentRequest> all() {
        return List.copyOf(sent);
    }

    /** The last that was sent. */
    public SentRequest last() {
        if (sent.isEmpty()) {
            throw new MissingTestDataException("nothing was sent that could be judged");
        }
        return sent.get(sent.size() - 1);
    }
}
