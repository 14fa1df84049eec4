package io.chargeproof.sandbox.freedom;

import static io.chargeproof.sandbox.provider.Variation.ofCustomers;

import io.chargeproof.sandbox.customer.Authentication;
import io.chargeproof.sandbox.customer.Complaint;
import io.chargeproof.sandbox.customer.CustomerRendering;
import io.chargeproof.sandbox.customer.Done;
import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.customer.Refusal;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Exchanging;
import io.chargeproof.sandbox.wire.Octets;
import io.chargeproof.sandbox.wire.Request;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The kinds of liberty that the freedoms of the EVC-net Customer API are made of. */
final class CustomerLiberty {
    private CustomerLiberty() {}

    /** Answers are rendered otherwise. */
    static Variation rendering(BiFunction<Outcome, Draft, Draft> change) {
        return ofCustomers(
                CustomerRendering.class,
                next -> (request, outcome) -> change.apply(outcome, next.render(request, outcome)));
    }

    /** The answers to some outcomes are rendered otherwise. */
    static Variation rendering(Predicate<Outcome> when, UnaryOperator<Draft> change) {
        return rendering((outcome, draft) -> when.test(outcome) ? change.apply(draft) : draft);
    }

    /** Some requests that bear a valid token get an answer of their own. */
    static Variation answering(Predicate<Request> when, Answer answer) {
        return ofCustomers(
                Exchanging.class,
                next -> (pipeline, request) -> when.test(request)
                                && pipeline.step(Authentication.class).admits(request)
                        ? answer
                        : next.answer(pipeline, request));
    }

    /** An answer of a media type. */
    static Answer answer(int status, String type, String body) {
        return new Answer(status, Map.of("content-type", type), Octets.of(body));
    }

    /** A request by one of the documented methods. */
    static boolean isDocumented(Request request) {
        return request.method().equals("POST") || request.method().equals("PUT");
    }

    static boolean isCreated(Outcome outcome) {
        return outcome instanceof Done done && done.operation() == Done.Operation.CREATE;
    }

    static boolean isUpdated(Outcome outcome) {
        return outcome instanceof Done done && done.operation() == Done.Operation.UPDATE;
    }

    static boolean isInvalid(Outcome outcome) {
        return outcome instanceof Refusal refusal && refusal.reason() == Refusal.Reason.INVALID;
    }

    static boolean isForbidden(Outcome outcome) {
        return outcome instanceof Refusal refusal && refusal.reason() == Refusal.Reason.FORBIDDEN;
    }

    /** What was wrong, if anything was. */
    static List<Complaint> complaints(Outcome outcome) {
        return outcome instanceof Refusal refusal ? refusal.complaints() : List.of();
    }
}
