package io.chargeproof.check;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as it was written: names that an object has more than once are known, and a number beyond what a computer reckons
 * with stays what it is, and is never written out in full. Of values under one name the last counts, as with most readers.
 */
final class WrittenJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** With a longer exponent no number can be told. */
    private static final BigDecimal LARGEST = new BigDecimal("1E+2147483647");

    private final JsonParser parser;
    private final Set<String> repeated = new LinkedHashSet<>();

    private WrittenJson(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads a text with the mapper's parser; nothing where it isn't one value of JSON and no more. */
    static Optional<AnswerJson.WellFormed> read(JsonMapper mapper, String text) {
        try (JsonParser parser = mapper.createParser(text)) {
            WrittenJson reading = new WrittenJson(parser);
            JsonNode value = reading.value(parser.nextToken());
            return parser.nextToken() == null
                    ? Optional.of(new AnswerJson.WellFormed(value, reading.repeated))
                    : Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private JsonNode value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> number(parser.getString());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode object() {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (object.has(name)) {
                repeated.add(name);
            }
            object.set(name, value(parser.nextToken()));
        }
        return object;
    }

    private ArrayNode array() {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            array.add(value(next));
        }
        return array;
    }

    private JsonNode integer() {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private JsonNode number(String text) {
        double value = parser.getDoubleValue();
        if (!Double.isInfinite(value)) {
            return NODES.numberNode(value);
        }
        try {
            return NODES.numberNode(new BigDecimal(text));
        } catch (NumberFormatException beyond) {
            return NODES.numberNode(text.startsWith("-") ? LARGEST.negate() : LARGEST);
        }
    }
}
