package io.chargeproof.traffic.proxy;

import io.chargeproof.exchange.Body;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps the bytes of a body that passes, up to 1 MiB of one, and all bodies that are under way together within a limit. What
 * passes isn't affected by either.
 */
final class Capture implements AutoCloseable {
    private static final int LONGEST = 1 << 20;

    private final AtomicLong room;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(256);
    private long taken;
    private boolean longer;
    private boolean crowdedOut;
    private boolean whole;
    private boolean closed;

    /** One that takes its share of this many bytes. */
    Capture(AtomicLong room) {
        this.room = room;
    }

    synchronized void add(byte[] bytes, int count) {
        int more = closed ? 0 : Math.min(count, LONGEST - kept.size());
        longer |= more < count;
        if (more > 0 && !crowdedOut) {
            taken += more;
            crowdedOut = room.addAndGet(-more) < 0;
            if (!crowdedOut) {
                kept.write(bytes, 0, more);
            }
        }
    }

    /** The body has passed to its end. */
    synchronized void complete() {
        whole = true;
    }

    /** Whether all of the body passed, and all that was to be kept of it could be kept. */
    synchronized boolean isKnown() {
        return whole && !crowdedOut;
    }

    /** Whether the body is longer than what is kept. */
    synchronized boolean isCut() {
        return longer;
    }

    synchronized Body body() {
        return Body.of(kept.toByteArray());
    }

    @Override
    public synchronized void close() {
        closed = true;
        room.addAndGet(taken);
        taken = 0;
        kept.reset();
    }
}
