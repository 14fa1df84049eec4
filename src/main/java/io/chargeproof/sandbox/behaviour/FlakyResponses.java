package io.chargeproof.sandbox.behaviour;

import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Bytes;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.RequestPipeline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Answers that ask for the same request again, as those of a provider that is busy do. */
public final class FlakyResponses {
    private FlakyResponses() {}

    /** Each time so many requests have come, one of them gets another answer. */
    public static UnaryOperator<RequestPipeline> every(
            int period, Predicate<Request> which, Function<Request, Answer> answer) {
        AtomicInteger count = new AtomicInteger();
        return next -> (pipeline, request) -> which.test(request) && count.incrementAndGet() % period == 0
                ? answer.apply(request)
                : next.answer(pipeline, request);
    }

    /** The first of these requests gets another answer, and no other does. */
    public static UnaryOperator<RequestPipeline> once(Predicate<Request> which, Answer answer) {
        AtomicBoolean over = new AtomicBoolean();
        return next -> (pipeline, request) ->
                which.test(request) && over.compareAndSet(false, true) ? answer : next.answer(pipeline, request);
    }

    /** A request gets another answer while one is under way, which takes so long at least. */
    public static UnaryOperator<RequestPipeline> oneAtATime(Duration each, Answer answer) {
        AtomicInteger underWay = new AtomicInteger();
        return next -> (pipeline, request) -> {
            try {
                if (underWay.incrementAndGet() > 1) {
                    return answer;
                }
                LockSupport.parkNanos(each.toNanos());
                return next.answer(pipeline, request);
            } finally {
                underWay.decrementAndGet();
            }
        };
    }

    /** Requests beyond so many within a time get another answer. */
    public static UnaryOperator<RequestPipeline> limited(int most, Duration window, Answer answer) {
        Deque<Long> passed = new ArrayDeque<>();
        return next -> (pipeline, request) -> {
            long now = System.nanoTime();
            synchronized (passed) {
                passed.removeIf(then -> now - then > window.toNanos());
                if (passed.size() == most) {
                    return answer;
                }
                passed.add(now);
            }
            return next.answer(pipeline, request);
        };
    }

    /** An answer that asks to come again at once. */
    public static Answer again(int status, String body) {
        return new Answer(status, Map.of("content-type", "application/json", "retry-after", "0"), Bytes.of(body));
    }
}
