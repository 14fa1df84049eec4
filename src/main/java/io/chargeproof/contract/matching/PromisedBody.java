package io.chargeproof.contract.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.exchange.Body;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a pact says of a body.
 *
 * @param kind whether there is to be one
 * @param example the example
 * @param type its media type, or null if none is given
 */
public record PromisedBody(
        Kind kind, Body example, @Nullable MediaType type) {
    /** Whether there is to be a body. */
    public enum Kind {
        /** Nothing is said. */
        ANY,
        /** There is to be none. */
        NONE,
        /** There is to be one like the example. */
        LIKE
    }

    private static final PromisedBody ANY = new PromisedBody(Kind.ANY, Body.EMPTY, null);
    private static final PromisedBody NONE = new PromisedBody(Kind.NONE, Body.EMPTY, null);

    static PromisedBody read(JsonNode part, int version, @Nullable MediaType header) {
        JsonNode body = part.path("body");
        if (body.isMissingNode()) {
            return ANY;
        }
        if (body.isNull()) {
            return NONE;
        }
        return version < 4 ? plain(body, header) : described(body, header);
    }

    /** A body as it stands in pacts before specification 4. */
    private static PromisedBody plain(JsonNode body, @Nullable MediaType header) {
        if (!body.isString()) {
            return like(body.toString(), header);
        }
        String text = body.stringValue();
        if (text.isEmpty()) {
            return NONE;
        }
        MediaType type = header == null ? MediaType.guessed(text) : header;
        boolean bare = type.isJson()
                && !Json.read(text.getBytes(UTF_8))
                        .map(json -> json.isString() || json.isObject())
                        .orElse(false);
        return like(bare ? "\"" + text + "\"" : text, type);
    }

    /** A body as specification 4 describes it: content, its type, how it is encoded. */
    private static PromisedBody described(JsonNode body, @Nullable MediaType header) {
        if (!body.isObject() || !body.has("content")) {
            throw new UnreadablePact("its body has no 'content', which each body of specification 4 has");
        }
        JsonNode content = body.path("content");
        if (content.isNull()) {
            return NONE;
        }
        MediaType named = body.has("contentType")
                ? MediaType.of(Json.text(body.path("contentType"))).orElse(null)
                : header;
        if (body.path("encoded").isString()) {
            return encoded(content, body.path("encoded").stringValue(), named);
        }
        boolean asJson =
                named != null && named.isJson() && !body.path("encoded").asBoolean(false);
        if (content.isString() && content.stringValue().isEmpty()) {
            return NONE;
        }
        return like(asJson ? content.toString() : Json.text(content), named);
    }

    private static PromisedBody encoded(JsonNode content, String encoding, @Nullable MediaType named) {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "base64" -> decoded(Json.text(content), named);
            case "json" -> like(Json.text(content), named);
            default -> throw new UnreadablePact("its body is encoded as '" + encoding + "', which Pact doesn't know");
        };
    }

    private static PromisedBody decoded(String content, @Nullable MediaType named) {
        try {
            byte[] bytes = Base64.getDecoder().decode(content);
            return bytes.length == 0 ? NONE : new PromisedBody(Kind.LIKE, Body.of(bytes), named);
        } catch (IllegalArgumentException e) {
            throw new UnreadablePact("its body is said to be Base64, and isn't");
        }
    }

    private static PromisedBody like(String text, @Nullable MediaType type) {
        return text.isEmpty() ? NONE : new PromisedBody(Kind.LIKE, Body.of(text), type);
    }

    MediaType mediaType() {
        return type == null ? MediaType.guessed(example.text()) : type;
    }
}
