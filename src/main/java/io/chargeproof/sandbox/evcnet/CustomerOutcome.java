package io.chargeproof.sandbox.evcnet;

import io.chargeproof.sandbox.wire.Request;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Tells outcomes of the EVC-net Customer API apart. */
final class CustomerOutcome {
    private CustomerOutcome() {}

    static boolean isCreated(Outcome outcome) {
        return outcome instanceof Accepted done && done.operation() == Accepted.Operation.CREATE;
    }

    static boolean isUpdated(Outcome outcome) {
        return outcome instanceof Accepted done && done.operation() == Accepted.Operation.UPDATE;
    }

    static boolean isInvalid(Outcome outcome) {
        return outcome instanceof Refusal refusal && refusal.reason() == Refusal.Reason.INVALID;
    }

    static boolean isForbidden(Outcome outcome) {
        return outcome instanceof Refusal refusal && refusal.reason() == Refusal.Reason.FORBIDDEN;
    }

    static boolean isAny(Outcome outcome) {
        return true;
    }

    /** Something was wrong with one part of the request. */
    static Predicate<Outcome> invalid(String part) {
        return outcome -> isInvalid(outcome)
                && ((Refusal) outcome)
                        .complaints().stream()
                                .anyMatch(complaint -> complaint.part().equals(part));
    }

    /** It came of a request by one method. */
    static BiPredicate<Request, Outcome> on(String method, Predicate<Outcome> when) {
        return (request, outcome) -> request.method().equals(method) && when.test(outcome);
    }

    /** The request was made by one method. */
    static Predicate<Request> by(String method) {
        return request -> request.method().equals(method);
    }
}
