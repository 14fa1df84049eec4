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
 * the next free slot on a time line and waits for it. Slots that nobody took don't add up to a burst, nor do threads that
 * slept too long.
 */
public final class ThrottlingTransport implements Transport {
    /** A little apart from the limit itself, since requests don't arrive as evenly as they leave. */
    private static final double MARGIN = 1.04;

    private static final long WINDOW = Duration.ofMillis(1_035).toNanos();

    private final Transport next;
    private final long spacing;
    private final LongSupplier nanoClock;
    private final Sleeper pause;
    private final AtomicLong nextSlot;
    private final long[] departures;
    private long departed;
    private volatile boolean warm;

    /** A throttle for everything that passes through a transport. */
    public ThrottlingTransport(Transport next, int requestsPerSecond) {
        this(next, requestsPerSecond, System::nanoTime, Sleeper.SLEEPING);
    }

    ThrottlingTransport(Transport next, int requestsPerSecond, LongSupplier nanoClock, Sleeper pause) {
        if (requestsPerSecond < 1) {
            throw new IllegalArgumentException("at least one request per second, not " + requestsPerSecond);
        }
        this.next = next;
        this.spacing = Math.round(MARGIN * Duration.ofSeconds(1).toNanos() / requestsPerSecond);
        this.nanoClock = nanoClock;
        this.pause = pause;
        this.nextSlot = new AtomicLong(nanoClock.getAsLong());
        this.departures = new long[requestsPerSecond];
    }

    @Override
    public Exchange send(HttpRequest request) {
        try {
            waitForSlot();
            depart();
            Exchange exchange = next.send(request);
            warmUp();
            return exchange;
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

    /** What a client needs to get ready goes by before its first request leaves, so that counts from its end. */
    private synchronized void warmUp() {
        if (!warm) {
            warm = true;
            departures[0] = nanoClock.getAsLong();
        }
    }

    /** Looks at when requests really left: a busy machine wakes several threads at once whose slots were apart. */
    private synchronized void depart() throws InterruptedException {
        int oldest = (int) (departed % departures.length);
        long early = departures[oldest] + WINDOW - nanoClock.getAsLong();
        if (departed >= departures.length && early > 0) {
            pause.last(Duration.ofNanos(early));
        }
        departures[oldest] = nanoClock.getAsLong();
        departed++;
    }
}
