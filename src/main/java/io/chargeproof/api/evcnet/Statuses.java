package io.chargeproof.api.evcnet;

import io.chargeproof.exchange.Exchange;
import java.util.Set;

/** The statuses that the Customer API documents, and their classes. */
final class Statuses {
    static final int OK = 200;
    static final int GENERIC_ERROR = 400;
    static final int INCORRECT_KEY = 403;

    /** All of them. */
    static final Set<Integer> DOCUMENTED = Set.of(OK, GENERIC_ERROR, INCORRECT_KEY);

    private Statuses() {}

    static boolean isDocumented(int status) {
        return DOCUMENTED.contains(status);
    }

    static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    static boolean isSuccess(Exchange exchange) {
        return exchange.status().filter(Statuses::isSuccess).isPresent();
    }
}
