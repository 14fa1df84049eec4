package io.chargeproof.traffic.recording;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Exchanges that are at hand, as if they had been read from a file.
 *
 * @param name what reports call it
 * @param exchanges the exchanges
 * @param addresses which of them are of the APIs
 */
public record RememberedTraffic(String name, List<Exchange> exchanges, ApiAddresses addresses) {
    public RememberedTraffic {
        exchanges = List.copyOf(exchanges);
    }

    /** Hands on those of the APIs, in the order in which they began. */
    public RecordingEnd read(Consumer<RecordedExchange> next) {
        EntrySink sink = new EntrySink(addresses, next);
        for (Exchange exchange : exchanges) {
            sink.begin();
            HttpRequest request = exchange.request();
            RecordedMessage message = new RecordedMessage(
                    request.method().name(), request.uri().toString(), request.headers(), request.body());
            sink.wanted(message)
                    .ifPresent(wanted -> sink.add(
                            name + ", exchange " + sink.number(),
                            wanted,
                            new EntrySink.Came(exchange.reply(), exchange.started(), exchange.duration(), Set.of())));
        }
        return sink.end(name, List.of());
    }
}
