package io.chargeproof.traffic.recording;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.RequestPurpose;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts the entries of a recording and puts those of the APIs together and in order. */
final class EntrySink {
    private final ApiAddresses addresses;
    private final TimeOrder order;
    private long entries;
    private long ofApis;

    EntrySink(ApiAddresses addresses, Consumer<RecordedExchange> next) {
        this.addresses = addresses;
        this.order = new TimeOrder(next);
    }

    /**
     * What the rest of an entry has to be read for.
     *
     * @param request the request
     * @param missing what of it the recording leaves out
     */
    record Wanted(HttpRequest request, ApiAddresses.Found found, Set<Part> missing) {}

    /**
     * What came of a request, and when.
     *
     * @param started when it began, or null where that isn't told
     * @param duration how long it took, or null
     */
    record Came(
            Reply reply,
            @Nullable Instant started,
            @Nullable Duration duration,
            Set<Part> missing) {}

    /** The number of the entry that is being read, from 1. */
    long number() {
        return entries;
    }

    /** Begins an entry. */
    void begin() {
        entries++;
    }

    /** The request of the entry, where an API takes it. */
    Optional<Wanted> wanted(RecordedMessage message) {
        Optional<HttpMethod> method = method(message.method());
        Optional<URI> uri = uri(message.url());
        // A browser asks by OPTIONS, of its own accord, whether a page may send what follows.
        if (method.isEmpty() || uri.isEmpty() || method.get() == HttpMethod.OPTIONS) {
            return Optional.empty();
        }
        return addresses.find(method.get(), uri.get(), message.body()).map(found -> {
            Set<Part> missing = EnumSet.noneOf(Part.class);
            if (message.body() == null) {
                missing.add(Part.REQUEST_BODY);
            }
            if (message.headers().fields().isEmpty()) {
                missing.addAll(Set.of(Part.REQUEST_HEADERS, Part.AUTHORIZATION));
            }
            return new Wanted(request(method.get(), uri.get(), message, found), found, missing);
        });
    }

    private static HttpRequest request(HttpMethod method, URI uri, RecordedMessage message, ApiAddresses.Found found) {
        Body body = message.body() == null ? Body.EMPTY : message.body();
        RequestPurpose purpose = RequestPurpose.of(found.api().label(), found.operation());
        return new HttpRequest(method, uri, message.headers(), body, purpose, Idempotency.UNLESS_CARRIED_OUT);
    }

    /** Hands an exchange on. */
    void add(String place, Wanted wanted, Came came) {
        order.add(recorded(place, wanted, came));
    }

    /** An exchange as a recording holds it. */
    RecordedExchange recorded(String place, Wanted wanted, Came came) {
        ofApis++;
        Set<Part> missing = EnumSet.noneOf(Part.class);
        missing.addAll(wanted.missing());
        missing.addAll(came.missing());
        if (came.started() == null || came.duration() == null) {
            missing.add(Part.TIME);
        }
        Instant started = came.started() == null ? Instant.EPOCH : came.started();
        Duration duration = came.duration() == null ? Duration.ZERO : came.duration();
        Exchange exchange = new Exchange(ofApis, wanted.request(), came.reply(), 1, started, duration);
        return RecordedExchange.of(place, wanted.found().api(), exchange, missing);
    }

    /** Hands on what is left; what there is to say. */
    RecordingEnd end(String name, List<String> remarks) {
        order.end();
        List<String> all = new ArrayList<>(remarks);
        if (order.isDisordered()) {
            all.add(name + " isn't in the order of time, so nothing is said of what follows from earlier exchanges;"
                    + " sort its entries by their start");
        }
        return new RecordingEnd(entries, ofApis, all);
    }

    private static Optional<HttpMethod> method(String text) {
        for (HttpMethod method : HttpMethod.values()) {
            if (method.name().equals(text)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    private static Optional<URI> uri(String text) {
        try {
            URI uri = new URI(text);
            return uri.isAbsolute() && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }
}
