package io.chargeproof.scenario;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.exchange.Transport;
import io.chargeproof.requirement.RequirementId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether an API answers at all, found out by control exchanges: requests that are known to be good or harmless. Any answer
 * counts, also a wrong one; only the environment's (none, 408, 429, 502, 503, 504) doesn't.
 */
public final class TargetHealth {
    /** So many breaches of a requirement are tried again in a run, and checked by a control; it is broken by then. */
    private static final int ENOUGH = 10;

    private final Transport transport;
    private final Supplier<HttpRequest> control;
    private final Map<RequirementId, Integer> breaches = new ConcurrentHashMap<>();
    private boolean down;

    /**
     * The health of an API.
     *
     * @param transport what control exchanges are sent through
     * @param control makes the request of a control exchange
     */
    public TargetHealth(Transport transport, Supplier<HttpRequest> control) {
        this.transport = transport;
        this.control = control;
    }

    /** Counts a breach of a requirement. */
    void met(@Nullable RequirementId requirement) {
        if (requirement != null) {
            breaches.merge(requirement, 1, Integer::sum);
        }
    }

    /** Whether the API has broken a requirement so often that one more time tells nothing new. */
    boolean isKnownToBreak(@Nullable RequirementId requirement) {
        return requirement != null && breaches.getOrDefault(requirement, 0) >= ENOUGH;
    }

    /** Sends a control exchange and says whether it got an answer. */
    public boolean answers() {
        return !control().isInconclusive();
    }

    /** Sends a control exchange. */
    Exchange control() {
        HttpRequest request = control.get();
        Exchange exchange = transport.send(
                request.withPurpose(request.purpose().as("a control").with(RequestTrait.CONTROL)));
        setDown(exchange.isInconclusive());
        return exchange;
    }

    /** Whether the last control exchange got no answer. */
    public synchronized boolean isDown() {
        return down;
    }

    private synchronized void setDown(boolean now) {
        down = now;
    }
}
