package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When requests may leave for hosts that limit their rate. A 429 is said to the client as a whole (RFC 6585, section 4), so
 * every thread waits, and not only the one that was told. One request that is refused so twice in a row tells that the others
 * come too fast: from then on requests are spaced, by twice as much each time that isn't enough, and by a little less with each
 * that gets through. Where it never is enough the refusals aren't for the rate, and nothing is spaced any more.
 */
final class RateLimitPace {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final long FIRST_NANOS = Duration.ofMillis(10).toNanos();
    private static final long MOST_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long NO_MATTER_NANOS = Duration.ofMillis(1).toNanos();
    private static final int EASING = 50;

    private final Map<String, Pace> hosts = new ConcurrentHashMap<>();
    private final Clock clock;

    RateLimitPace(Clock clock) {
        this.clock = clock;
    }

    /** How long to wait before a request to a host; its turn is taken by that. */
    Duration before(HttpRequest request) {
        return of(request).turn(clock.instant());
    }

    /**
     * Takes down how a host answered.
     *
     * @param attempt which attempt at the request this was, from 1
     * @param left when it left
     * @param wait how long its next attempt waits, if there is one
     */
    void note(Exchange exchange, int attempt, Instant left, Duration wait) {
        Pace pace = of(exchange.request());
        if (isRefused(exchange)) {
            pace.pause(clock.instant().plus(wait));
            if (attempt > 1) {
                pace.slower(left, clock.instant());
            }
        } else if (exchange.answer().isPresent()) {
            pace.faster();
        }
    }

    /** Whether it was refused for there being too many. */
    static boolean isRefused(Exchange exchange) {
        return exchange.status().filter(status -> status == TOO_MANY_REQUESTS).isPresent();
    }

    /** The host that a request goes to, whose limits all that goes there shares. */
    static String host(HttpRequest request) {
        return String.valueOf(request.uri().getRawAuthority());
    }

    private Pace of(HttpRequest request) {
        return hosts.computeIfAbsent(host(request), host -> new Pace());
    }

    /** The pace of one host. */
    private static final class Pace {
        private Instant pauseEnds = Instant.MIN;
        private Instant next = Instant.MIN;
        private Instant changed = Instant.MIN;
        private long spacing;
        private boolean inVain;

        synchronized Duration turn(Instant now) {
            Instant turn = later(later(now, pauseEnds), next);
            next = turn.plusNanos(spacing);
            return Duration.between(now, turn);
        }

        synchronized void pause(Instant until) {
            pauseEnds = later(pauseEnds, until);
        }

        /** Those that left at a pace that is given up by now say nothing of the new one. */
        synchronized void slower(Instant left, Instant now) {
            if (inVain || left.isBefore(changed)) {
                return;
            }
            inVain = spacing == MOST_NANOS;
            spacing = inVain ? 0 : Math.min(MOST_NANOS, Math.max(FIRST_NANOS, 2 * spacing));
            changed = now;
        }

        synchronized void faster() {
            spacing -= spacing / EASING;
            if (spacing < NO_MATTER_NANOS) {
                spacing = 0;
            }
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }
}
