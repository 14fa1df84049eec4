package io.chargeproof.contract.matching;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as Pact's core reads it: strictly, with 64 bits for whole numbers, and at most 127 levels deep. */
public final class Json {
    private static final int DEEPEST = 127;
    private static final int SHOWN = 100;
    private static final Pattern TEXT_OR_MINUS_ZERO = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"|-0(?![.0-9eE])");
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger GREATEST = new BigInteger("18446744073709551615");
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The value that is written so, or nothing where it isn't JSON. */
    static Optional<JsonNode> read(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode value = text.startsWith("\uFEFF") ? null : MAPPER.readTree(withSign(text));
            return value == null || value.isMissingNode() || !isWhole(value) ? Optional.empty() : Optional.of(value);
        } catch (CharacterCodingException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Minus zero is no whole number to Pact's core; as one it would lose its sign. */
    private static String withSign(String text) {
        return text.contains("-0")
                ? TEXT_OR_MINUS_ZERO
                        .matcher(text)
                        .replaceAll(
                                found -> found.group().equals("-0") ? "-0.0" : Matcher.quoteReplacement(found.group()))
                : text;
    }

    /** Whether each number is finite and each text has whole characters. */
    private static boolean isWhole(JsonNode value) {
        if (value.isString()) {
            return StandardCharsets.UTF_8.newEncoder().canEncode(value.stringValue());
        }
        if (value.isNumber()) {
            return !Double.isInfinite(value.doubleValue());
        }
        for (Map.Entry<String, JsonNode> each : value.properties()) {
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(each.getKey()) || !isWhole(each.getValue())) {
                return false;
            }
        }
        for (JsonNode each : value) {
            if (!isWhole(each)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a number written without point and exponent, within 64 bits. */
    static boolean isInteger(JsonNode value) {
        return value.isIntegralNumber()
                && value.bigIntegerValue().compareTo(LEAST) >= 0
                && value.bigIntegerValue().compareTo(GREATEST) <= 0;
    }

    /** Whether two values are the same; whole numbers differ from others, the order of members counts for nothing. */
    static boolean equal(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return isInteger(one) == isInteger(other)
                    && (isInteger(one)
                            ? one.bigIntegerValue().equals(other.bigIntegerValue())
                            : one.doubleValue() == other.doubleValue());
        }
        if (one.isObject() && other.isObject()) {
            return one.size() == other.size()
                    && one.properties().stream()
                            .allMatch(each ->
                                    other.has(each.getKey()) && equal(each.getValue(), other.path(each.getKey())));
        }
        if (one.isArray() && other.isArray()) {
            boolean same = one.size() == other.size();
            for (int i = 0; same && i < one.size(); i++) {
                same = equal(one.path(i), other.path(i));
            }
            return same;
        }
        return one.equals(other);
    }

    /** The name of a value's type, with its article. */
    static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> "an object";
            case ARRAY -> "a list";
            case STRING, BINARY -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL, MISSING -> "null";
        };
    }

    /** A value as text: what stands in quotes without them. */
    static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : written(value);
    }

    private static String written(JsonNode value) {
        return value.isNumber() ? number(value) : value.toString();
    }

    private static String number(JsonNode value) {
        if (isInteger(value)) {
            return value.bigIntegerValue().toString();
        }
        BigDecimal decimal = value.decimalValue();
        return Math.abs(decimal.scale()) > SHOWN ? decimal.toString() : decimal.toPlainString();
    }

    /** A value for those who read a report: JSON, but of objects and lists no more than how large they are. */
    public static String shown(JsonNode value) {
        if (value.isObject()) {
            return "an object of " + counted(value.size(), "member");
        }
        if (value.isArray()) {
            return "a list of " + counted(value.size(), "item");
        }
        String json = value.isString() ? value.toString() : written(value);
        return json.length() > SHOWN ? json.substring(0, SHOWN) + "…" : json;
    }

    static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
