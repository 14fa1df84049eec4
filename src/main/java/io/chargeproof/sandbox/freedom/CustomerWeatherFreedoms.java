package io.chargeproof.sandbox.freedom;

import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Exchanging;
import io.chargeproof.sandbox.wire.Octets;
import io.chargeproof.sandbox.wire.Request;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** What passes: slow answers, limits to the rate, gateways that stumble. A request that comes again gets through. */
final class CustomerWeatherFreedoms {
    private static final Duration SLOW = Duration.ofMillis(300);
    private static final String PAGE = "<html><body><h1>Bad Gateway</h1></body></html>";

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-slow-now-and-then", slow(10)),
            entry("evc-429-now-and-then", nowAndThen(25, request -> true, answer(429, "retry-after", "0"))),
            entry(
                    "evc-429-without-hint-now-and-then",
                    nowAndThen(40, request -> true, new Answer(429, Map.of(), Octets.NONE))),
            entry(
                    "evc-503-now-and-then",
                    nowAndThen(30, CustomerWeatherFreedoms::isSafeAgain, answer(503, "retry-after", "1"))),
            entry(
                    "evc-502-with-a-page-now-and-then",
                    nowAndThen(
                            35,
                            CustomerWeatherFreedoms::isSafeAgain,
                            answer(502, "content-type", "text/html").withBody(Octets.of(PAGE)))),
            entry(
                    "evc-408-now-and-then",
                    nowAndThen(50, CustomerWeatherFreedoms::isSafeAgain, answer(408, "connection", "close"))),
            entry("evc-hangs-up-now-and-then", nowAndThen(45, CustomerWeatherFreedoms::isSafeAgain, Answer.HANG_UP)));

    private CustomerWeatherFreedoms() {}

    private static Answer answer(int status, String field, String value) {
        return new Answer(status, Map.of(field, value), Octets.NONE);
    }

    private static Variation slow(int period) {
        return provider -> {
            AtomicInteger count = new AtomicInteger();
            return ofCustomers(Exchanging.class, next -> (pipeline, request) -> {
                        if (count.incrementAndGet() % period == 0) {
                            LockSupport.parkNanos(SLOW.toNanos());
                        }
                        return next.answer(pipeline, request);
                    })
                    .vary(provider);
        };
    }

    /** A request is known again by its X-Request-ID. */
    private static Variation nowAndThen(int period, Predicate<Request> when, Answer answer) {
        return provider -> {
            AtomicInteger count = new AtomicInteger();
            Set<String> struck = ConcurrentHashMap.newKeySet();
            return ofCustomers(
                            Exchanging.class,
                            next -> (pipeline, request) -> when.test(request)
                                            && !struck.contains(id(request))
                                            && count.incrementAndGet() % period == 0
                                            && struck.add(id(request))
                                    ? answer
                                    : next.answer(pipeline, request))
                    .vary(provider);
        };
    }

    private static String id(Request request) {
        return request.headers().only("x-request-id").orElse("");
    }

    private static boolean isSafeAgain(Request request) {
        // A create that got no clear answer may have been carried out, so that no client can just send it again.
        return request.method().equals("PUT");
    }
}
