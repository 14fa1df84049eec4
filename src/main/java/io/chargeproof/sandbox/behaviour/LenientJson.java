package io.chargeproof.sandbox.behaviour;

import io.chargeproof.sandbox.wire.Bytes;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parsers that take more than RFC 8259 does. */
public final class LenientJson implements Decoding {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonMapper mapper;
    private final Charset charset;
    private final UnaryOperator<String> repair;

    private LenientJson(JsonMapper mapper, Charset charset, UnaryOperator<String> repair) {
        this.mapper = mapper;
        this.charset = charset;
        this.repair = repair;
    }

    private LenientJson(JsonReadFeature more) {
        this(STRICT.rebuild().enable(more).build(), StandardCharsets.UTF_8, text -> text);
    }

    /** Takes a comma after the last member or entry. */
    public static LenientJson trailingCommas() {
        return new LenientJson(JsonReadFeature.ALLOW_TRAILING_COMMA);
    }

    /** Takes names and texts in single quotes. */
    public static LenientJson singleQuotes() {
        return new LenientJson(JsonReadFeature.ALLOW_SINGLE_QUOTES);
    }

    /** Takes names without quotes. */
    public static LenientJson bareNames() {
        return new LenientJson(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES);
    }

    /** Takes NaN and the infinities as numbers. */
    public static LenientJson notANumber() {
        return new LenientJson(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);
    }

    /** Takes numbers with zeros before them. */
    public static LenientJson leadingZeros() {
        return new LenientJson(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS);
    }

    /** Takes a text for the JSON that it contains. */
    public static LenientJson inAString() {
        return new LenientJson(
                STRICT,
                StandardCharsets.UTF_8,
                text -> text.startsWith("\"") ? STRICT.readTree(text).asString("") : text);
    }

    /** Takes comments as in Java. */
    public static LenientJson comments() {
        return new LenientJson(JsonReadFeature.ALLOW_JAVA_COMMENTS);
    }

    /** Doesn't look at what stands behind the value. */
    public static LenientJson textAfterTheEnd() {
        JsonMapper mapper = STRICT.rebuild()
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        return new LenientJson(mapper, StandardCharsets.UTF_8, text -> text);
    }

    /** Takes an object that was never closed. */
    public static LenientJson unclosed() {
        return new LenientJson(STRICT, StandardCharsets.UTF_8, text -> text + "}");
    }

    /** Takes an object whose opening brace is missing. */
    public static LenientJson unopened() {
        return new LenientJson(STRICT, StandardCharsets.UTF_8, text -> "{" + text);
    }

    /** What this takes beside what another parser takes. */
    public Decoding beside(Decoding other) {
        return body -> other.decode(body) instanceof Decoded.Document document ? document : decode(body);
    }

    @Override
    public Decoded decode(Bytes body) {
        try {
            JsonNode root = mapper.readTree(repair.apply(new String(body.bytes(), charset)));
            return root.isMissingNode() ? new Decoded.Malformed("the body is empty") : new Decoded.Document(root);
        } catch (JacksonException e) {
            return new Decoded.Malformed("the body isn't well-formed JSON");
        }
    }
}
