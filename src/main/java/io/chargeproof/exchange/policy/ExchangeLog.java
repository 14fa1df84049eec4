package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All exchanges of a run, numbered from 1 in the order in which they ended; for several threads. */
public final class ExchangeLog {
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Consumer<Exchange> listener;

    /** An empty log. */
    public ExchangeLog() {
        this(exchange -> {});
    }

    /** An empty log that hands each exchange on, one at a time and in order. */
    public ExchangeLog(Consumer<Exchange> listener) {
        this.listener = listener;
    }

    /** Appends an exchange under the next number, and returns it so. */
    public synchronized Exchange append(Exchange exchange) {
        Exchange numbered = exchange.withNumber(exchanges.size() + 1L);
        exchanges.add(numbered);
        listener.accept(numbered);
        return numbered;
    }

    /** The exchanges so far. */
    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }
}
