package io.chargeproof.api.evcnet;

import io.chargeproof.check.Answers;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Reply;
import io.chargeproof.profile.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Exchanges with the Customer API, put together in a few words. */
final class Exchanges {
    static final String TOKEN = "0123456789abcdefABCDEF";
    static final EvcNetTarget TARGET = target(Map.of(), Map.of());

    private static final CustomerRequests REQUESTS = new CustomerRequests(TARGET, 1);

    private Exchanges() {}

    static EvcNetTarget target(Map<String, Object> customer, Map<String, Object> update) {
        return new EvcNetTarget(
                URI.create("https://evc.example.com/base"),
                new Secret("EVC_NET_TOKEN", TOKEN),
                null,
                customer,
                update,
                "mail.example.com",
                List.of(),
                null,
                null);
    }

    static HttpRequest create() {
        return create("{}");
    }

    static HttpRequest create(String body) {
        return REQUESTS.create(Body.of(body));
    }

    static HttpRequest create(String body, String variant) {
        HttpRequest request = create(body);
        return request.withPurpose(request.purpose().as(variant));
    }

    static HttpRequest update() {
        return REQUESTS.update("1042", Body.of("{}"));
    }

    static HttpRequest attach() {
        return REQUESTS.attach("1042", Body.of("{}"));
    }

    static HttpRequest other(HttpMethod method) {
        return REQUESTS.of(method, "/1042", Body.EMPTY, Operation.OTHER);
    }

    static Exchange answered(HttpRequest request, int status) {
        return of(request, Answers.empty(status));
    }

    static Exchange answered(HttpRequest request, int status, String json) {
        return of(request, Answers.json(status, json));
    }

    static Exchange answered(HttpRequest request, HttpAnswer answer) {
        return of(request, answer);
    }

    static Exchange unanswered(HttpRequest request) {
        return of(request, new NoAnswer(NoAnswer.Cause.TIMEOUT, "timeout: no complete answer within 10000 ms"));
    }

    private static Exchange of(HttpRequest request, Reply reply) {
        return new Exchange(1, request, reply, 1, Instant.EPOCH, Duration.ofMillis(5));
    }
}
