package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.exchange.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Has two requests of a group leave at the same moment: the first waits until the other is there, too. It stands behind the
 * throttle, so that each has waited for its turn already. One that is sent again leaves alone, and so does one whose other
 * doesn't come.
 */
public final class SimultaneousTransport implements Transport {
    private static final int PAIR = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Transport next;
    private final Map<String, CountDownLatch> missing = new ConcurrentHashMap<>();

    /** Pairs what passes through a transport. */
    public SimultaneousTransport(Transport next) {
        this.next = next;
    }

    @Override
    public Exchange send(HttpRequest request) {
        if (request.purpose().is(RequestTrait.TOGETHER)) {
            await(missing.computeIfAbsent(request.purpose().group(), group -> new CountDownLatch(PAIR)));
        }
        return next.send(request);
    }

    private static void await(CountDownLatch others) {
        others.countDown();
        try {
            boolean unused = others.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
