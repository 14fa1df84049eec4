package io.chargeproof.steps;

import java.util.ArrayList;
import java.util.List;

/** What the scenario's action sent; the outcome is judged on it. */
public final class Deeds {
    private final List<Sent> sent = new ArrayList<>();

    /** Adds a request that the action sent. */
    void add(Sent one) {
        sent.add(one);
    }

    /** All that was sent. */
    List<Sent> all() {
        return List.copyOf(sent);
    }

    /** The last that was sent. */
    Sent last() {
        if (sent.isEmpty()) {
            throw new TestDataMissing("nothing was sent that could be judged");
        }
        return sent.get(sent.size() - 1);
    }
}
