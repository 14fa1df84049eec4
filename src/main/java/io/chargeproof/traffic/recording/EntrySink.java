package io.chargeproof.traffic.recording;

import io.chargeproof.api.oioi.OioiModule;
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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts the entries of a recording and puts those of the APIs together and in order. */
final class EntrySink {
    private static final int MOST_ENDPOINTS = 1000;
    private static final int NAMED = 3;
    private static final Pattern BEGINNING = Pattern.compile("(/[^/]{0,40}){1,3}");

    private final ApiAddresses addresses;
    private final Set<Part> leftOut;
    private final TimeOrder order;
    /** Where calls of OIOI were sent to. */
    private final Set<String> endpoints = new HashSet<>();

    private final Set<String> others = new LinkedHashSet<>();
    private long entries;
    private long ofApis;

    EntrySink(ApiAddresses addresses, Consumer<RecordedExchange> next) {
        this(addresses, Set.of(), next);
    }

    /**
     * A sink of entries.
     *
     * @param leftOut what the whole recording leaves out where an entry doesn't have it
     */
    EntrySink(ApiAddresses addresses, Set<Part> leftOut, Consumer<RecordedExchange> next) {
        this.addresses = addresses;
        this.leftOut = Set.copyOf(leftOut);
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
            uri.ifPresent(this::passOver);
            return Optional.empty();
        }
        Optional<ApiAddresses.Found> call = found(method.get(), uri.get(), message.body());
        if (call.isEmpty()) {
            passOver(uri.get());
        }
        return call.map(found -> {
            Set<Part> missing = EnumSet.noneOf(Part.class);
            if (leftOut.contains(Part.AUTHORIZATION)
                    && message.headers().first("Authorization").isEmpty()) {
                missing.add(Part.AUTHORIZATION);
            }
            if (message.body() == null) {
                missing.add(Part.REQUEST_BODY);
            }
            if (message.headers().fields().isEmpty()) {
                missing.addAll(Set.of(Part.REQUEST_HEADERS, Part.AUTHORIZATION));
            }
            return new Wanted(request(method.get(), uri.get(), message, found), found, missing);
        });
    }

    /** What a request is for; where a call was sent to, all else is taken for a call as well, if a damaged one. */
    private Optional<ApiAddresses.Found> found(HttpMethod method, URI uri, @Nullable Body body) {
        Optional<ApiAddresses.Found> found = addresses.find(method, uri, body);
        String address = uri.getRawAuthority() + uri.getRawPath();
        if (found.isEmpty()) {
            return endpoints.contains(address) ? ApiAddresses.atEndpoint(method, body) : found;
        }
        if (found.get().api().equals(OioiModule.API) && endpoints.size() < MOST_ENDPOINTS) {
            endpoints.add(address);
        }
        return found;
    }

    private void passOver(URI uri) {
        if (others.size() < NAMED) {
            Matcher path = BEGINNING.matcher(String.valueOf(uri.getRawPath()));
            String begins = path.lookingAt() ? path.group() : "";
            String rest = begins.equals(uri.getRawPath()) ? "" : "…";
            others.add(uri.getHost() + begins + rest);
        }
    }

    /** Where requests went that were passed over, the first few. */
    List<String> others() {
        return List.copyOf(others);
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
        return new RecordingEnd(entries, ofApis, all, others());
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
