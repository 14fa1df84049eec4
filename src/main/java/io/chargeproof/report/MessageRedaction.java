package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Takes the secrets out of a message's parts: address, header fields and body. */
final class MessageRedaction {
    private final UnaryOperator<String> clean;
    private final Map<Headers.Field, Headers.Field> fields = new ConcurrentHashMap<>();

    MessageRedaction(UnaryOperator<String> clean) {
        this.clean = clean;
    }

    URI uri(URI uri) {
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

    Headers headers(Headers headers) {
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

    Body body(Body body) {
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
