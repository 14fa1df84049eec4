package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.provider.Deviation.variant;

import io.chargeproof.sandbox.behaviour.FlakyResponses;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Bytes;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.RequestPipeline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** What passes: slow answers, limits to the rate, gateways that stumble. A request that comes again gets through. */
final class CustomerAvailabilityVariants {
    private static final Duration SLOW = Duration.ofMillis(300);
    private static final String PAGE = "<html><body><h1>Bad Gateway</h1></body></html>";

    static final List<Deviation<CustomerRecords>> VARIANTS = List.of(
            variant("evc-slow-now-and-then")
                    .of("EVC-HTTP-11")
                    .says("Every tenth answer takes a third of a second; no speed is promised.")
                    .by(slow(10)),
            variant("evc-429-now-and-then")
                    .of("EVC-HTTP-11")
                    .says("Every 25th request gets 429 and succeeds when sent again; the introduction speaks of "
                            + "rate limits.")
                    .by(nowAndThen(25, request -> true, answer(429, "retry-after", "0"))),
            variant("evc-429-at-first")
                    .of("EVC-HTTP-11")
                    .says("The first request gets 429 and is to come again after a second; the introduction speaks of "
                            + "rate limits.")
                    .feltByClients()
                    .by(once(request -> true, answer(429, "retry-after", "1"))),
            variant("evc-429-without-hint-now-and-then")
                    .of("EVC-HTTP-11")
                    .says("Every 40th request gets 429 without Retry-After and succeeds when sent again; there "
                            + "are rate limits.")
                    .by(nowAndThen(40, request -> true, new Answer(429, Map.of(), Bytes.NONE))),
            variant("evc-one-request-at-a-time")
                    .of("EVC-HTTP-11")
                    .says("A request that comes while another is under way gets 429; the introduction speaks of rate "
                            + "limits.")
                    .feltByClients()
                    .by(service -> ofCustomers(
                                    RequestPipeline.class,
                                    FlakyResponses.oneAtATime(Duration.ofMillis(3), answer(429, "retry-after", "0")))
                            .vary(service)),
            variant("evc-429-beyond-a-rate")
                    .of("EVC-HTTP-11")
                    .says("More than 40 requests within 0.2 s get 429 without Retry-After; there are rate limits.")
                    .by(service -> ofCustomers(
                                    RequestPipeline.class,
                                    FlakyResponses.limited(
                                            40, Duration.ofMillis(200), new Answer(429, Map.of(), Bytes.NONE)))
                            .vary(service)),
            variant("evc-503-now-and-then")
                    .of("EVC-HTTP-2")
                    .says("Every 30th PUT gets 503 and succeeds a second later; that is the environment and not "
                            + "the API.")
                    .by(nowAndThen(30, CustomerAvailabilityVariants::isSafeAgain, answer(503, "retry-after", "1"))),
            variant("evc-503-at-first")
                    .of("EVC-HTTP-2")
                    .says("The first PUT gets 503 and is to come again after a second; that is the environment and not "
                            + "the API.")
                    .feltByClients()
                    .by(once(CustomerAvailabilityVariants::isSafeAgain, answer(503, "retry-after", "1"))),
            variant("evc-502-with-a-page-now-and-then")
                    .of("EVC-HTTP-2")
                    .says("Every 35th PUT gets 502 and a page of HTML, and succeeds when sent again; that is "
                            + "the environment and not the API.")
                    .by(nowAndThen(
                            35,
                            CustomerAvailabilityVariants::isSafeAgain,
                            answer(502, "content-type", "text/html").withBody(Bytes.of(PAGE)))),
            variant("evc-408-now-and-then")
                    .of("EVC-HTTP-2")
                    .says("Every 50th PUT gets 408, and succeeds when sent again; that is the environment and "
                            + "not the API.")
                    .by(nowAndThen(50, CustomerAvailabilityVariants::isSafeAgain, answer(408, "connection", "close"))),
            variant("evc-hangs-up-now-and-then")
                    .of("EVC-HTTP-2")
                    .says("Every 45th PUT gets no answer, and succeeds when sent again; that is the environment "
                            + "and not the API.")
                    .by(nowAndThen(45, CustomerAvailabilityVariants::isSafeAgain, Answer.HANG_UP)));

    private CustomerAvailabilityVariants() {}

    private static Answer answer(int status, String field, String value) {
        return new Answer(status, Map.of(field, value), Bytes.NONE);
    }

    private static Variation<CustomerRecords> slow(int period) {
        return service -> {
            AtomicInteger count = new AtomicInteger();
            return ofCustomers(RequestPipeline.class, next -> (pipeline, request) -> {
                        if (count.incrementAndGet() % period == 0) {
                            LockSupport.parkNanos(SLOW.toNanos());
                        }
                        return next.answer(pipeline, request);
                    })
                    .vary(service);
        };
    }

    private static Variation<CustomerRecords> once(Predicate<Request> when, Answer answer) {
        return service -> ofCustomers(RequestPipeline.class, FlakyResponses.once(when, answer))
                .vary(service);
    }

    /** A request is known again by its X-Request-ID. */
    private static Variation<CustomerRecords> nowAndThen(int period, Predicate<Request> when, Answer answer) {
        return service -> {
            AtomicInteger count = new AtomicInteger();
            Set<String> struck = ConcurrentHashMap.newKeySet();
            return ofCustomers(
                            RequestPipeline.class,
                            next -> (pipeline, request) -> when.test(request)
                                            && !struck.contains(id(request))
                                            && count.incrementAndGet() % period == 0
                                            && struck.add(id(request))
                                    ? answer
                                    : next.answer(pipeline, request))
                    .vary(service);
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
