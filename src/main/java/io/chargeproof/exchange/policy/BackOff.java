package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;

/**
 * How long to wait before the next attempt: doubling, jittered, and no less than the target asks for up to the cap. After a 429
 * that asks for nothing it grows twice as fast, since what a limit counts goes by in seconds.
 */
final class BackOff {
    private static final int DOUBLINGS = 20;

    private final RetryPolicy policy;
    private final Clock clock;
    private final Random random;

    BackOff(RetryPolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
        this.random = new Random(policy.seed());
    }

    /** The wait after an attempt, counted from 1; at least a millisecond. */
    Duration delay(int attempt, Exchange exchange) {
        Duration asked = shorter(RetryAfter.of(exchange, clock), policy.retryAfterCap());
        boolean unsaid = RateLimitPace.isRefused(exchange) && asked.isZero();
        return longer(longer(jittered(unsaid ? 2 * attempt - 1 : attempt), asked), Duration.ofMillis(1));
    }

    /** Whether the target asks to be left alone for longer than all waits together may last. */
    boolean isInVain(Exchange exchange) {
        Duration longest = policy.retryAfterCap().multipliedBy(policy.retries());
        return RetryAfter.of(exchange, clock).compareTo(longest) > 0;
    }

    /** Between half of the doubled delay and all of it, so that threads that failed together don't return together. */
    private Duration jittered(int attempt) {
        Duration doubled = policy.firstDelay().multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS));
        long half = shorter(doubled, policy.maxDelay()).toNanos() / 2;
        return Duration.ofNanos(half + (long) (half * random.nextDouble()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
