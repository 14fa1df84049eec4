package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** Lets none but harmless requests through to a target that may only be read. What isn't known to be harmless is withheld. */
public final class ReadOnlyTransport implements Transport {
    private final Transport next;
    private final Predicate<HttpRequest> isHarmless;

    /** Withholds whatever isn't harmless. */
    public ReadOnlyTransport(Transport next, Predicate<HttpRequest> isHarmless) {
        this.next = next;
        this.isHarmless = isHarmless;
    }

    @Override
    public Exchange send(HttpRequest request) {
        if (isHarmless.test(request)) {
            return next.send(request);
        }
        NoAnswer none = new NoAnswer(
                NoAnswer.Cause.WITHHELD,
                "the run is read-only, and " + request.purpose().inWords() + " may change something; nothing was sent");
        return new Exchange(0, request, none, 1, Instant.now(), Duration.ZERO);
    }
}
