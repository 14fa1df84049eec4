package io.chargeproof.teststate;

import io.chargeproof.exchange.Transport;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets requests through until a run is stopped. From then on none gets through that comes this way, so nothing changes behind
 * the back of who puts things in order.
 */
public final class ShutdownGate {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** A transport that passes the gate with each request. */
    public Transport before(Transport next) {
        return request -> {
            lock.readLock().lock();
            try {
                return next.send(request);
            } finally {
                lock.readLock().unlock();
            }
        };
    }

    /**
     * Shuts the gate for good, after those that are under way or after so long. Who comes later waits for the end of the
     * process.
     */
    public void shut(Duration patience) {
        try {
            lock.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
