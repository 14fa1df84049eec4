package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Transport;

/** Writes every exchange down, and gives it its number; outside the retries, so that it knows each of the earlier attempts at one. */
public final class RecordingTransport implements Transport {
    private final Transport next;
    private final ExchangeLog log;

    /** Records what passes through a transport. */
    public RecordingTransport(Transport next, ExchangeLog log) {
        this.next = next;
        this.log = log;
    }

    @Override
    public Exchange send(HttpRequest request) {
        Exchange last = next.send(request);
        return log.append(
                last.withEarlier(last.earlier().stream().map(log::append).toList()));
    }
}
