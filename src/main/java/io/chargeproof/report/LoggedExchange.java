package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.RequestTrait;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads one line of {@code exchanges.jsonl}. */
final class LoggedExchange {
    private LoggedExchange() {}

    static ExchangesJsonl.Entry of(JsonNode line) {
        Exchange exchange = new Exchange(
                line.required("number").asLong(),
                request(line.required("request"), purpose(line.required("purpose"))),
                reply(line),
                line.required("attempts").asInt(),
                instant(line.required("started").asString()),
                Duration.ofNanos(line.required("duration-ms")
                        .asDecimal()
                        .movePointRight(6)
                        .longValue()));
        return new ExchangesJsonl.Entry(exchange, line.required("scenario").asString(""));
    }

    private static RequestPurpose purpose(JsonNode node) {
        return new RequestPurpose(
                node.required("api").asString(),
                node.required("operation").asString(),
                node.required("variant").asString(),
                node.required("traits")
                        .valueStream()
                        .map(trait -> constant(RequestTrait.class, trait))
                        .collect(Collectors.toUnmodifiableSet()),
                node.path("group").asString(""));
    }

    private static HttpRequest request(JsonNode node, RequestPurpose purpose) {
        return new HttpRequest(
                HttpMethod.valueOf(node.required("method").asString()),
                URI.create(node.required("url").asString()),
                headers(node),
                body(node),
                purpose,
                constant(Idempotency.class, node.required("resend")));
    }

    private static Reply reply(JsonNode line) {
        JsonNode answer = line.required("answer");
        if (answer.isObject()) {
            return new HttpAnswer(
                    answer.required("status").asInt(),
                    headers(answer),
                    body(answer),
                    answer.required("cut").asBoolean());
        }
        JsonNode none = line.required("no-answer");
        return new NoAnswer(
                constant(NoAnswer.Cause.class, none.required("cause")),
                none.required("detail").asString());
    }

    private static Headers headers(JsonNode message) {
        return new Headers(message.required("headers")
                .valueStream()
                .map(field -> new Headers.Field(
                        field.required("name").asString(),
                        field.required("value").asString()))
                .toList());
    }

    private static Body body(JsonNode message) {
        String text = message.required("body").asString();
        return message.has("body-charset") ? Body.of(text.getBytes(ISO_8859_1)) : Body.of(text);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("'" + text + "' is no time", unreadable);
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode label) {
        return Enum.valueOf(type, label.asString().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
