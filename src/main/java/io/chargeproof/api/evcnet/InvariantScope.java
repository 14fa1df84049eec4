package io.chargeproof.api.evcnet;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;

/** Which answers of the Customer API the standing rules on status and body speak of. */
final class InvariantScope {
    private static final int ONE_MEBIBYTE = 1 << 20;
    private static final int LONG_PATH = 2_000;
    private static final int LONG_HEADER = 8_000;

    private InvariantScope() {}

    /** Whether the documents know the method; the others aren't offered. */
    static boolean isOffered(HttpRequest request) {
        return request.method() == HttpMethod.POST || request.method() == HttpMethod.PUT;
    }

    /** Whether the status and the body of this answer are left open. */
    static boolean isExcepted(Exchange exchange, HttpAnswer answer) {
        HttpRequest request = exchange.request();
        return !isOffered(request)
                || request.purpose().is(RequestTrait.STATUS_OPEN)
                || isOfTheFrontDoor(request, answer.status());
    }

    /** Whether a server in front of the application may answer so to a request of that size, or without a type of just JSON. */
    private static boolean isOfTheFrontDoor(HttpRequest request, int status) {
        return switch (status) {
            case 413 -> request.body().size() > ONE_MEBIBYTE;
            case 414, 431 ->
                request.uri().toString().length() > LONG_PATH
                        || request.headers().fields().stream()
                                .anyMatch(field -> field.value().length() > LONG_HEADER);
            case 415 ->
                request.headers()
                        .first("content-type")
                        .map(type -> type.contains("charset"))
                        .orElse(true);
            default -> false;
        };
    }
}
