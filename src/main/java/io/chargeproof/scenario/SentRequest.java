package io.chargeproof.scenario;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;

/**
 * A request that was sent in a scenario.
 *
 * @param exchange what came of it
 * @param fails whether this very request fails again and again while others beside it succeed
 */
public record SentRequest(Exchange exchange, boolean fails) {
    /** What was sent. */
    public HttpRequest request() {
        return exchange.request();
    }
}
