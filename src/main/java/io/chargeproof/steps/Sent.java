package io.chargeproof.steps;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import java.util.function.Supplier;

/**
 * A request that was sent in a scenario.
 *
 * @param exchange what came of it
 * @param again the same request once more; where carrying it out twice would do harm, one that differs in what must
 * @param fails whether this very request fails again and again while others beside it succeed
 */
public record Sent(Exchange exchange, Supplier<HttpRequest> again, boolean fails) {
    /** What was sent. */
    HttpRequest request() {
        return exchange.request();
    }
}
