package io.chargeproof.api.oioi;

import io.chargeproof.check.Answers;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.profile.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exchanges with OIOI's user calls, put together in a few words. */
final class Exchanges {
    static final String KEY = "the-api-key-0123";
    static final TestUser PRIMARY = user("primary", "primary-token-1", "DE*8PS*156456730*9");
    static final TestUser SECONDARY = user("secondary", "secondary-token-2", null);
    static final OioiTarget TARGET = new OioiTarget(
            URI.create("https://oioi.example.com/api/v4/request"),
            new Secret("OIOI_API_KEY", KEY),
            "NL004495445B01",
            PRIMARY,
            SECONDARY,
            null);
    static final String NO_ANSWER = "HTTP 0, no integer result code";

    private static final UserRequests REQUESTS = new UserRequests(TARGET);

    private Exchanges() {}

    static HttpRequest read() {
        return REQUESTS.of("user-get-details", Body.of("{}"));
    }

    static HttpRequest post() {
        return REQUESTS.of("user-post-details", Body.of("{}"));
    }

    static HttpRequest read(String variant, RequestTrait... traits) {
        return special(read(), variant, traits);
    }

    static HttpRequest post(String variant, RequestTrait... traits) {
        return special(post(), variant, traits);
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

    /** The text of an answer of this code that has these members too, each followed by a comma. */
    static String result(int code, String members) {
        return "{" + members + "\"result\":{\"code\":" + code + ",\"message\":\"It is so.\"}}";
    }

    static String result(int code) {
        return result(code, "");
    }

    static String reason(int code, String reason) {
        return result(code, "\"user-post-details\":{\"reason\":" + reason + "},");
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static HttpRequest special(HttpRequest request, String variant, RequestTrait... traits) {
        HttpRequest special = request.withPurpose(request.purpose().as(variant));
        for (RequestTrait trait : traits) {
            special = special.withPurpose(special.purpose().with(trait));
        }
        return special;
    }

    private static TestUser user(String name, String token, String evcoId) {
        return new TestUser(name, new Secret("TOKEN_OF_" + name.toUpperCase(Locale.ROOT), token), evcoId, null);
    }

    private static Exchange of(HttpRequest request, Reply reply) {
        return new Exchange(1, request, reply, 1, Instant.EPOCH, Duration.ofMillis(5));
    }
}
