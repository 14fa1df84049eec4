package io.chargeproof.profile;

import io.chargeproof.yaml.YamlList;
import io.chargeproof.yaml.YamlMap;
import io.chargeproof.yaml.YamlScalar;
import io.chargeproof.yaml.YamlValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns what is written in a profile into values of JSON's types, variables in texts filled in. */
public final class JsonValues {
    private final Section section;

    /** A reader of those in a part of a profile. */
    public JsonValues(Section section) {
        this.section = section;
    }

    /** The members of a mapping in their order; none if the key is missing. */
    public Map<String, Object> members(String key) {
        return section.find(key).map(value -> members(value.map())).orElse(Map.of());
    }

    Map<String, Object> members(YamlMap map) {
        Map<String, Object> members = new LinkedHashMap<>();
        map.entries().forEach((name, value) -> members.put(name, value(value)));
        return Collections.unmodifiableMap(members);
    }

    private Object value(YamlValue value) {
        if (value instanceof YamlMap map) {
            return members(map);
        }
        if (value instanceof YamlList list) {
            return list.items().stream().map(this::value).toList();
        }
        return value(value.scalar());
    }

    private Object value(YamlScalar scalar) {
        return switch (scalar.type()) {
            case TEXT -> section.written(scalar).text();
            case BOOLEAN -> Boolean.valueOf(scalar.text());
            case INTEGER -> whole(scalar.text());
            case DECIMAL -> decimal(scalar);
            case NULL -> throw scalar.place().fault("is null; write a value, or leave the key out");
        };
    }

    private static Number whole(String text) {
        BigInteger whole = new BigInteger(text);
        return whole.bitLength() < Long.SIZE ? whole.longValue() : whole;
    }

    private static BigDecimal decimal(YamlScalar scalar) {
        try {
            return new BigDecimal(scalar.text());
        } catch (NumberFormatException notJson) {
            throw scalar.place().fault("is no number that JSON knows; put it in quotes if it is a text");
        }
    }
}
