package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Purpose;
import io.chargeproof.exchange.Reply;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Takes the secrets out of an exchange: address, header fields and both bodies. */
final class ExchangeRedaction {
    private final UnaryOperator<String> clean;
    private final Map<Headers.Field, Headers.Field> fields = new HashMap<>();

    ExchangeRedaction(UnaryOperator<String> clean) {
        this.clean = clean;
    }

    Exchange of(Exchange exchange) {
        return new Exchange(
                exchange.number(),
                request(exchange.request()),
                reply(exchange.reply()),
                exchange.attempts(),
                exchange.started(),
                exchange.duration());
    }

    private HttpRequest request(HttpRequest request) {
        return new HttpRequest(
                request.method(),
                uri(request.uri()),
                headers(request.headers()),
                body(request.body()),
                purpose(request.purpose()),
                request.resend());
    }

    private Purpose purpose(Purpose purpose) {
        return purpose.as(clean.apply(purpose.variant()));
    }

    private Reply reply(Reply reply) {
        if (reply instanceof HttpAnswer answer) {
            Body shown = CompressedBody.withheld(answer, clean).orElseGet(() -> body(answer.body()));
            return new HttpAnswer(answer.status(), headers(answer.headers()), shown, answer.cut());
        }
        NoAnswer none = (NoAnswer) reply;
        return new NoAnswer(none.cause(), clean.apply(none.detail()));
    }

    private URI uri(URI uri) {
        String cleaned = clean.apply(uri.toString());
        if (cleaned.equals(uri.toString())) {
            return uri;
        }
        try {
            URI kept = URI.create(cleaned.replace("{", "%7B").replace("}", "%7D"));
            return kept.getHost() == null ? withheld(uri) : kept;
        } catch (IllegalArgumentException unreadable) {
            return withheld(uri);
        }
    }

    private static URI withheld(URI uri) {
        return URI.create(uri.getScheme() + "://withheld.invalid/");
    }

    private Headers headers(Headers headers) {
        return new Headers(headers.fields().stream()
                .map(field -> fields.computeIfAbsent(field, this::field))
                .toList());
    }

    // Cleaned with its name before it, as the redactor knows some fields by their names.
    private Headers.Field field(Headers.Field field) {
        String name = clean.apply(field.name());
        String line = clean.apply(field.name() + ": " + field.value());
        boolean whole = line.startsWith(name + ": ");
        return new Headers.Field(name, whole ? line.substring(name.length() + 2) : clean.apply(field.value()));
    }

    private Body body(Body body) {
        String text = body.text();
        String cleaned = clean.apply(text);
        if (!cleaned.equals(text)) {
            return Body.of(cleaned);
        }
        if (Body.of(text).equals(body)) {
            return body;
        }
        return Body.of(clean.apply(new String(body.bytes(), ISO_8859_1)).getBytes(ISO_8859_1));
    }
}
