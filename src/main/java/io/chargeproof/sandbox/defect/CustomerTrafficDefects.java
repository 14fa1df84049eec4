package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.CustomerOutcome.isForbidden;
import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.Authentication;
import io.chargeproof.sandbox.customer.CustomerRendering;
import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.customer.Registration;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Exchanging;
import io.chargeproof.sandbox.wire.Octets;
import io.chargeproof.sandbox.wire.Request;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Defects of the Customer API by which one request has to do with another: on its connection, before it, or beside it. */
final class CustomerTrafficDefects {
    private static final String SESSION = "session=4711";

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-connection-authenticated-once", letIn(request -> !isAnonymous(request))),
            entry("evc-connection-needs-a-token-once", letIn(CustomerTrafficDefects::isAnonymous)),
            entry("evc-refusal-sticks-to-connection", refusalSticks()),
            entry("evc-broken-body-sticks-to-connection", brokenBodySticks()),
            entry("evc-cookie-stands-for-token", cookieStandsForToken()),
            entry("evc-first-create-500", firstCreateFails()),
            entry("evc-two-creates-share-an-id", sharedId()),
            entry("evc-token-of-another-at-once", tokenOfAnother()));

    private CustomerTrafficDefects() {}

    /** Who comes on a connection that a right token was seen on. */
    private static Variation letIn(Predicate<Request> whom) {
        return provider -> {
            Set<String> known = ConcurrentHashMap.newKeySet();
            return provider.withCustomerStep(Authentication.class, next -> request -> {
                boolean right = next.admits(request);
                if (right) {
                    known.add(request.connection());
                }
                return right || (known.contains(request.connection()) && whom.test(request));
            });
        };
    }

    private static Variation refusalSticks() {
        return provider -> {
            Set<String> refused = ConcurrentHashMap.newKeySet();
            return provider.withCustomerStep(Authentication.class, next -> request -> {
                boolean right = next.admits(request) && !refused.contains(request.connection());
                if (!right) {
                    refused.add(request.connection());
                }
                return right;
            });
        };
    }

    /** What a parser has left of a body that it couldn't read is in the way of the next. */
    private static Variation brokenBodySticks() {
        return provider -> {
            Set<String> broken = ConcurrentHashMap.newKeySet();
            return provider.withCustomerStep(Exchanging.class, next -> (pipeline, request) -> {
                if (broken.remove(request.connection())) {
                    return new Answer(
                            400,
                            Map.of("content-type", "application/json"),
                            Octets.of("{\"data\":{\"error\":\"unexpected token\"}}"));
                }
                if (!request.body().text().endsWith("}")) {
                    broken.add(request.connection());
                }
                return next.answer(pipeline, request);
            });
        };
    }

    private static Variation cookieStandsForToken() {
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

    private static Variation firstCreateFails() {
        return provider -> {
            AtomicBoolean warm = new AtomicBoolean();
            return provider.withCustomerStep(Registration.class, next -> members -> {
                if (!warm.getAndSet(true)) {
                    throw new IllegalStateException("no connection to the database yet");
                }
                return next.register(members);
            });
        };
    }

    private static Variation sharedId() {
        return provider -> {
            AtOnce<Outcome> creates = new AtOnce<>();
            return provider.withCustomerStep(
                    Registration.class, next -> members -> creates.firstOf(() -> next.register(members)));
        };
    }

    private static Variation tokenOfAnother() {
        return provider -> {
            AtOnce<Boolean> verdict = new AtOnce<>();
            return provider.withCustomerStep(
                    Authentication.class, next -> request -> verdict.lastOf(next.admits(request)));
        };
    }

    private static boolean isAnonymous(Request request) {
        return request.headers().all("authorization").isEmpty();
    }
}
