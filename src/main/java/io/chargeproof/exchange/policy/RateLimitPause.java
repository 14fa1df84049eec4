package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Until when hosts asked to be left alone by a 429, which is said to the client as a whole (RFC 6585, section 4), so that
 * every thread waits and not only the one that was told.
 */
final class RateLimitPause {
    private static final int TOO_MANY_REQUESTS = 429;

    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private final Clock clock;

    RateLimitPause(Clock clock) {
        this.clock = clock;
    }

    /** Takes down what a host asked for. */
    void note(Exchange exchange, Duration wait) {
        if (exchange.status().filter(status -> status == TOO_MANY_REQUESTS).isPresent()) {
            Instant end = clock.instant().plus(wait);
            ends.merge(host(exchange.request()), end, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /** How long to wait before a request to a host. */
    Duration before(HttpRequest request) {
        Instant end = ends.getOrDefault(host(request), Instant.MIN);
        Instant now = clock.instant();
        return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
    }

    private static String host(HttpRequest request) {
        return String.valueOf(request.uri().getRawAuthority());
    }
}
