package io.chargeproof.scenario;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a client keeps from one request to the next: the connection, and the cookies that came with answers. */
final class Session {
    private final String connection;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /**
     * A session without cookies.
     *
     * @param connection what its connection is called; no two are called the same in a run
     */
    Session(String connection) {
        this.connection = connection;
    }

    /** The request as one of the session. */
    HttpRequest carried(HttpRequest request) {
        HttpRequest own = request.withPurpose(request.purpose().in(connection));
        return cookies.isEmpty() ? own : own.withHeaders(request.headers().with("Cookie", cookies()));
    }

    private String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Keeps the cookies of an answer. */
    void note(Exchange exchange) {
        exchange.answer()
                .ifPresent(answer -> answer.headers().fields().stream()
                        .filter(field -> field.name().equalsIgnoreCase("Set-Cookie"))
                        .map(Headers.Field::value)
                        .forEach(this::keep));
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0].strip();
        Optional.of(pair.indexOf('='))
                .filter(equals -> equals > 0)
                .ifPresent(equals -> cookies.put(pair.substring(0, equals), pair.substring(equals + 1)));
    }
}
