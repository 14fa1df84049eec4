package io.chargeproof.exchange.policy;

import java.time.Duration;

/**
 * How often, and after how long, a request is sent again.
 *
 * @param retries how often it is sent again at most
 * @param firstDelay how long the first wait may be; each further one may be twice as long
 * @param maxDelay how long any wait may be that the target didn't ask for
 * @param retryAfterCap how much of a {@code Retry-After} is waited for at once; after one that all retries together
 *     couldn't wait for, none is made
 * @param seed what the jitter comes from
 */
public record RetryPolicy(int retries, Duration firstDelay, Duration maxDelay, Duration retryAfterCap, long seed) {
    public RetryPolicy {
        if (retries < 0) {
            throw new IllegalArgumentException("a request can't be sent again " + retries + " times");
        }
        if (firstDelay.isNegative() || firstDelay.isZero() || maxDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException(
                    "delays grow from more than nothing, not from " + firstDelay + " to " + maxDelay);
        }
    }

    /** Waits of up to 100, 200, 400 ms and so on to 2 s; a {@code Retry-After} of up to 30 s is honoured. */
    public static RetryPolicy of(int retries, long seed) {
        return new RetryPolicy(retries, Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(30), seed);
    }
}
