package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Transport;

/** Writes every exchange down, and gives it its number; outermost, so that a retried request is one exchange. */
public final class Recording implements Transport {
    private final Transport next;
    private final ExchangeLog log;

    /** Records what passes through a transport. */
    public Recording(Transport next, ExchangeLog log) {
        this.next = next;
        this.log = log;
    }

    @Override
    public Exchange send(HttpRequest request) {
        return log.append(next.send(request));
    }
}
