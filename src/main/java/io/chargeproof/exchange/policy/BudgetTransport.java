package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many requests through, every attempt counted, and answers of so many bytes in all, heads and bodies, and then none; stands within
 * the retries. The bytes are bounded because a run keeps its exchanges to the end.
 */
public final class BudgetTransport implements Transport {
    private static final long MEBIBYTE = 1 << 20;
    private static final int FIELD = 64;
    private static final int LOG_TO_MEMORY = 4;

    private final Transport next;
    private final int maxRequests;
    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger spent = new AtomicInteger();
    private volatile @Nullable String closed;

    /** A budget for everything that passes through a transport. */
    public BudgetTransport(Transport next, int maxRequests) {
        this(next, maxRequests, Long.MAX_VALUE);
    }

    /** The same with a bound to the bytes of all heads and bodies that come back. */
    public BudgetTransport(Transport next, int maxRequests, long maxBytes) {
        if (maxRequests < 0) {
            throw new IllegalArgumentException("a budget can't be below nothing: " + maxRequests);
        }
        this.next = next;
        this.maxRequests = maxRequests;
        this.maxBytes = maxBytes;
    }

    @Override
    public Exchange send(HttpRequest request) {
        String over = closed;
        if (over != null) {
            return refusal(request, over);
        }
        if (bytes.get() >= maxBytes) {
            return refusal(request, "the target's answers come to more than " + maxBytes / MEBIBYTE + " MiB");
        }
        int before = spent.getAndUpdate(count -> Math.min(count + 1, maxRequests));
        if (before >= maxRequests) {
            return refusal(request, "the run's limit of " + maxRequests + " requests is reached");
        }
        Exchange exchange = next.send(request);
        exchange.answer().ifPresent(answer -> bytes.addAndGet(size(answer)));
        return exchange;
    }

    /**
     * What an answer takes in memory, about, and so that the log doesn't take many times as much on disk; each header field has
     * a frame of its own in both.
     */
    private static long size(HttpAnswer answer) {
        return Math.max(answer.body().footprint(), answer.body().size() / LOG_TO_MEMORY)
                + answer.headers().size()
                + (long) FIELD * answer.headers().fields().size();
    }

    /** Lets none through any more, for this reason. */
    public void close(String why) {
        closed = why;
    }

    /** How many requests were let through. */
    public int spent() {
        return spent.get();
    }

    private static Exchange refusal(HttpRequest request, String why) {
        NoAnswer none = new NoAnswer(NoAnswer.Cause.BUDGET_SPENT, "nothing was sent: " + why);
        return new Exchange(0, request, none, 1, Instant.now(), Duration.ZERO);
    }
}
