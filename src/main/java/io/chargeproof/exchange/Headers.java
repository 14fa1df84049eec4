package io.chargeproof.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Header fields in the order in which they stand; names compare without case (RFC 9110, section 5.1).
 *
 * @param fields the fields
 */
public record Headers(List<Field> fields) {
    /** No header fields at all. */
    public static final Headers NONE = new Headers(List.of());

    private static final String LEFT_OUT = "X-Chargeproof-Left-Out";
    private static final Set<String> TELLING =
            Set.of("content-type", "content-length", "content-encoding", "location", "retry-after", "date");
    /** Colon, blank and the end of the line. */
    private static final int FRAME = 4;

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

    /** How many bytes they take on the wire. */
    public int size() {
        return fields.stream().mapToInt(Headers::size).sum();
    }

    /**
     * As many of them as have room in so many bytes, those that say how to read the answer in any case; a field
     * {@code X-Chargeproof-Left-Out} says what is missing then.
     */
    public Headers within(int bytes) {
        if (size() <= bytes) {
            return this;
        }
        List<Field> kept = new ArrayList<>();
        Set<String> telling = new TreeSet<>(TELLING);
        int size = 0;
        for (Field field : fields) {
            boolean tells = telling.remove(field.name().toLowerCase(Locale.ROOT));
            if (tells || size + size(field) <= bytes) {
                kept.add(field);
                size += tells ? 0 : size(field);
            }
        }
        int left = fields.size() - kept.size();
        kept.add(new Field(LEFT_OUT, left + " of " + fields.size() + " header fields, for want of room"));
        return new Headers(kept);
    }

    private static int size(Field field) {
        return field.name().length() + field.value().length() + FRAME;
    }

    /** The first value under a name. */
    public Optional<String> first(String name) {
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
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
