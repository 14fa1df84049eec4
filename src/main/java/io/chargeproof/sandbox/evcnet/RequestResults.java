package io.chargeproof.sandbox.evcnet;

import io.chargeproof.sandbox.wire.Request;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Tells outcomes of the EVC-net Customer API apart. */
final class RequestResults {
    private RequestResults() {}

    static boolean isCreated(RequestResult outcome) {
        return outcome instanceof Accepted done && done.operation() == Accepted.Operation.CREATE;
    }

    static boolean isUpdated(RequestResult outcome) {
        return outcome instanceof Accepted done && done.operation() == Accepted.Operation.UPDATE;
    }

    static boolean isInvalid(RequestResult outcome) {
        return outcome instanceof Refusal refusal && refusal.reason() == Refusal.Reason.INVALID;
    }

    static boolean isForbidden(RequestResult outcome) {
        return outcome instanceof Refusal refusal && refusal.reason() == Refusal.Reason.FORBIDDEN;
    }

    static boolean isAny(RequestResult outcome) {
        return true;
    }

    /** Something was wrong with one part of the request. */
    static Predicate<RequestResult> invalid(String part) {
        return outcome -> isInvalid(outcome)
                && ((Refusal) outcome)
                        .complaints().stream()
                                .anyMatch(complaint -> complaint.part().equals(part));
    }

    /** It came of a request by one method. */
    static BiPredicate<Request, RequestResult> on(String method, Predicate<RequestResult> when) {
        return (request, outcome) -> request.method().equals(method) && when.test(outcome);
    }

    /** The request was made by one method. */
    static Predicate<Request> by(String method) {
        return request -> request.method().equals(method);
    }
}
