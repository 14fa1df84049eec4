package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.exchange.Transport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Has fewer requests under way at a host that limits them: one that gets 429 (RFC 6585, section 4) while others are under
 * way halves how many may be from then on, down to one. Two that are meant to be sent at the same moment are.
 */
public final class ParallelLimitTransport implements Transport {
    private static final int MOST = 64;
    private static final int PAIR = 2;

    private final Transport next;
    private final Map<String, Integer> pairs = new ConcurrentHashMap<>();
    private final Map<String, Permits> permits = new ConcurrentHashMap<>();

    /** A limit for everything that passes through a transport. */
    public ParallelLimitTransport(Transport next) {
        this.next = next;
    }

    @Override
    public Exchange send(HttpRequest request) {
        if (isOfPair(request)) {
            return next.send(request);
        }
        Permits permits = this.permits.computeIfAbsent(RateLimitPace.host(request), host -> new Permits());
        permits.acquireUninterruptibly();
        try {
            Exchange exchange = next.send(request);
            if (RateLimitPace.isRefused(exchange)) {
                permits.becomeFewer();
            }
            return exchange;
        } finally {
            permits.release();
        }
    }

    /** Two that are meant to be sent at the same moment; whichever is sent again after that has to wait as any other. */
    private boolean isOfPair(HttpRequest request) {
        return request.purpose().is(RequestTrait.TOGETHER)
                && pairs.merge(request.purpose().group(), 1, Integer::sum) <= PAIR;
    }

    /** How many requests may be under way. */
    private static final class Permits extends Semaphore {
        private static final long serialVersionUID = 1L;

        private int all = MOST;

        Permits() {
            super(MOST, true);
        }

        /** Leaves half of those that are taken; requests that are under way beyond them come to their end. */
        synchronized void becomeFewer() {
            int fewer = Math.max(1, (all - availablePermits()) / 2);
            if (fewer < all) {
                reducePermits(all - fewer);
                all = fewer;
            }
        }
    }
}
