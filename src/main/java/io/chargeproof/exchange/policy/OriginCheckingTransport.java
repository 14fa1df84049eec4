package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Origin;
import io.chargeproof.exchange.Transport;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sends nothing but to a target's own origins. Every request bears secrets of its target, so one whose address was made of
 * what somebody else wrote, a pact's path say, must not lead them elsewhere.
 */
public final class OriginCheckingTransport implements Transport {
    private final Transport next;
    private final Set<Origin> own;

    /** A way to these origins alone. */
    public OriginCheckingTransport(Transport next, Set<Origin> own) {
        this.next = next;
        this.own = Set.copyOf(own);
    }

    /**
     * Sends the request.
     *
     * @throws IllegalArgumentException if it would go elsewhere; nothing is sent then
     */
    @Override
    public Exchange send(HttpRequest request) {
        Origin origin = Origin.of(request.uri());
        if (!own.contains(origin)) {
            throw new IllegalArgumentException("it would go to " + origin + ", which isn't the target's address ("
                    + own.stream().map(Origin::toString).sorted().collect(Collectors.joining(", "))
                    + "); nothing was sent");
        }
        return next.send(request);
    }
}
