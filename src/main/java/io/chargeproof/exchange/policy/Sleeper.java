package io.chargeproof.exchange.policy;

import java.time.Duration;

/** Waiting, so that tests needn't. */
@FunctionalInterface
public interface Sleeper {
    /** Waits on this thread. */
    Sleeper SLEEPING = duration -> Thread.sleep(roundedUp(duration));

    /** Waits so long, and never less. */
    void last(Duration duration) throws InterruptedException;

    private static long roundedUp(Duration duration) {
        return duration.plusNanos(999_999).toMillis();
    }
}
