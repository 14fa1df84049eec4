package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.evcnet.RequestResults.isForbidden;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.behaviour.AtOnce;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Bytes;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.RequestPipeline;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Defects of the Customer API by which one request has to do with another: on its connection, before it, or beside it. */
final class CustomerTrafficDefects {
    private static final String SESSION = "session=4711";

    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            defect("evc-connection-authenticated-once")
                    .breaks("EVC-AUTH-3")
                    .says("Once a connection has carried the right token, wrong ones are let in on it; the "
                            + "status table has 403 for an incorrect token.")
                    .by(letIn(request -> !isAnonymous(request))),
            defect("evc-connection-needs-a-token-once")
                    .breaks("EVC-AUTH-4")
                    .says("Once a connection has carried the right token, requests without one are let in on "
                            + "it; authentication is required.")
                    .by(letIn(CustomerTrafficDefects::isAnonymous)),
            defect("evc-refusal-sticks-to-connection")
                    .breaks("EVC-AUTH-1")
                    .says("Once a connection has carried a wrong token, the right one is refused on it; a valid "
                            + "token is to be accepted.")
                    .by(refusalSticks()),
            defect("evc-broken-body-sticks-to-connection")
                    .breaks("EVC-UPDATE-1")
                    .says("After a body that is no object the next request on the connection gets 400; a "
                            + "documented update is to be accepted.")
                    .by(brokenBodySticks()),
            defect("evc-cookie-stands-for-token")
                    .breaks("EVC-AUTH-4")
                    .says("A cookie that comes with answers lets requests in without a token; authentication is "
                            + "required.")
                    .by(cookieStandsForToken()),
            defect("evc-first-create-500")
                    .breaks("EVC-HTTP-2")
                    .says("The first create after a start gets 500; the status table has no 500.")
                    .by(firstCreateFails()),
            defect("evc-two-creates-share-an-id")
                    .breaks("EVC-CREATE-3")
                    .says("Two creates at the same moment get one id between them; an id identifies a customer.")
                    .by(sharedId()),
            defect("evc-token-of-another-at-once")
                    .breaks("EVC-AUTH-3")
                    .says("A wrong token is let in at the moment at which a right one is checked; the status "
                            + "table has 403 for an incorrect token.")
                    .by(tokenOfAnother()));

    private CustomerTrafficDefects() {}

    /** Who comes on a connection that a right token was seen on. */
    private static Variation<CustomerRecords> letIn(Predicate<Request> whom) {
        return service -> {
            Set<String> known = ConcurrentHashMap.newKeySet();
            return service.with(Authentication.class, next -> request -> {
                boolean right = next.admits(request);
                if (right) {
                    known.add(request.connection());
                }
                return right || (known.contains(request.connection()) && whom.test(request));
            });
        };
    }

    private static Variation<CustomerRecords> refusalSticks() {
        return service -> {
            Set<String> refused = ConcurrentHashMap.newKeySet();
            return service.with(Authentication.class, next -> request -> {
                boolean right = next.admits(request) && !refused.contains(request.connection());
                if (!right) {
                    refused.add(request.connection());
                }
                return right;
            });
        };
    }

    /** What a parser has left of a body that it couldn't read is in the way of the next. */
    private static Variation<CustomerRecords> brokenBodySticks() {
        return service -> {
            Set<String> broken = ConcurrentHashMap.newKeySet();
            return service.with(RequestPipeline.class, next -> (pipeline, request) -> {
                if (broken.remove(request.connection())) {
                    return new Answer(
                            400,
                            Map.of("content-type", "application/json"),
                            Bytes.of("{\"data\":{\"error\":\"unexpected token\"}}"));
                }
                if (!request.body().text().endsWith("}")) {
                    broken.add(request.connection());
                }
                return next.answer(pipeline, request);
            });
        };
    }

    private static Variation<CustomerRecords> cookieStandsForToken() {
        return ofCustomers(
                        Authentication.class,
                        next -> request -> next.admits(request)
                                || request.headers().all("cookie").toString().contains(SESSION))
                .and(ofCustomers(
                        CustomerRendering.class,
                        next -> (request, outcome) -> isForbidden(outcome)
                                ? next.render(request, outcome)
                                : next.render(request, outcome)
                                        .withHeader("set-cookie", SESSION + "; Path=/; HttpOnly")));
    }

    private static Variation<CustomerRecords> firstCreateFails() {
        return service -> {
            AtomicBoolean warm = new AtomicBoolean();
            return service.with(Registration.class, next -> members -> {
                if (!warm.getAndSet(true)) {
                    throw new IllegalStateException("no connection to the database yet");
                }
                return next.register(members);
            });
        };
    }

    private static Variation<CustomerRecords> sharedId() {
        return service -> {
            AtOnce<RequestResult> creates = new AtOnce<>();
            return service.with(Registration.class, next -> members -> creates.firstOf(() -> next.register(members)));
        };
    }

    private static Variation<CustomerRecords> tokenOfAnother() {
        return service -> {
            AtOnce<Boolean> verdict = new AtOnce<>();
            return service.with(Authentication.class, next -> request -> verdict.lastOf(next.admits(request)));
        };
    }

    private static boolean isAnonymous(Request request) {
        return request.headers().all("authorization").isEmpty();
    }
}
