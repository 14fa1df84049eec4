package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Spaces requests evenly, whichever thread sends them, so that a limit is never passed within any second: each takes
 * the next free slot on a time line and waits for it. Slots that nobody took don't add up to a burst.
 */
public final class Throttled implements Transport {
    /** A little apart from the limit itself, since requests don't arrive as evenly as they leave. */
    private static final double MARGIN = 1.02;

    private final Transport next;
    private final long spacing;
    private final LongSupplier nanoClock;
    private final Pause pause;
    private final AtomicLong nextSlot;

    /** A throttle for everything that passes through a transport. */
    public Throttled(Transport next, int requestsPerSecond) {
        this(next, requestsPerSecond, System::nanoTime, Pause.SLEEPING);
    }

    Throttled(Transport next, int requestsPerSecond, LongSupplier nanoClock, Pause pause) {
        if (requestsPerSecond < 1) {
            throw new IllegalArgumentException("at least one request per second, not " + requestsPerSecond);
        }
        this.next = next;
        this.spacing = Math.round(MARGIN * Duration.ofSeconds(1).toNanos() / requestsPerSecond);
        this.nanoClock = nanoClock;
        this.pause = pause;
        this.nextSlot = new AtomicLong(nanoClock.getAsLong());
    }

    @Override
    public Exchange send(HttpRequest request) {
        try {
            waitForSlot();
            return next.send(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            NoAnswer none = new NoAnswer(NoAnswer.Cause.NOT_CONNECTED, "interrupted before anything was sent");
            return new Exchange(0, request, none, 1, Instant.now(), Duration.ZERO);
        }
    }

    private void waitForSlot() throws InterruptedException {
        long now = nanoClock.getAsLong();
        // Differences, for the clock may run over.
        long slot = nextSlot.updateAndGet(last -> (last - now > 0 ? last : now) + spacing) - spacing;
        if (slot - now > 0) {
            pause.last(Duration.ofNanos(slot - now));
        }
    }
}
