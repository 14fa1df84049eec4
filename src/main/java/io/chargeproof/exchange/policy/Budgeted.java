package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets so many requests through, every attempt counted, and then none; stands within the retries. */
public final class Budgeted implements Transport {
    private final Transport next;
    private final int maxRequests;
    private final AtomicInteger spent = new AtomicInteger();

    /** A budget for everything that passes through a transport. */
    public Budgeted(Transport next, int maxRequests) {
        if (maxRequests < 0) {
            throw new IllegalArgumentException("a budget can't be below nothing: " + maxRequests);
        }
        this.next = next;
        this.maxRequests = maxRequests;
    }

    @Override
    public Exchange send(HttpRequest request) {
        int before = spent.getAndUpdate(count -> Math.min(count + 1, maxRequests));
        return before < maxRequests ? next.send(request) : refusal(request);
    }

    /** How many requests were let through. */
    public int spent() {
        return spent.get();
    }

    private Exchange refusal(HttpRequest request) {
        NoAnswer none = new NoAnswer(
                NoAnswer.Cause.BUDGET_SPENT,
                "nothing was sent: the run's limit of " + maxRequests + " requests is reached");
        return new Exchange(0, request, none, 1, Instant.now(), Duration.ZERO);
    }
}
