package io.chargeproof.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Header fields in the order in which they stand; names compare without case (RFC 9110, section 5.1).
 *
 * @param fields the fields
 */
public record Headers(List<Field> fields) {
    /** No header fields at all. */
    public static final Headers NONE = new Headers(List.of());

    public Headers {
        fields = List.copyOf(fields);
    }

    /**
     * One header field.
     *
     * @param name the name, as it was written
     * @param value the value, without the blanks around it
     */
    public record Field(String name, String value) {}

    /** The first value under a name. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    /** These fields, those of that name replaced by one of the given value. */
    public Headers with(String name, String value) {
        List<Field> changed = new ArrayList<>(without(name).fields());
        changed.add(new Field(name, value));
        return new Headers(changed);
    }

    /** These fields but those of that name. */
    public Headers without(String name) {
        return new Headers(fields.stream()
                .filter(field -> !field.name().equalsIgnoreCase(name))
                .toList());
    }
}
