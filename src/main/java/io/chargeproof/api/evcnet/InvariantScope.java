package io.chargeproof.api.evcnet;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.FrontDoor;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;

/** Which answers of the Customer API the standing rules on status and body speak of. */
final class InvariantScope {
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
                || FrontDoor.mayAnswer(request, answer.status());
    }
}
