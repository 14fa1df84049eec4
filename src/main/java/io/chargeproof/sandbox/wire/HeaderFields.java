package io.chargeproof.sandbox.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The header fields of a request; names compare without case.
 *
 * @param fields the values under each name in lower case
 */
public record HeaderFields(Map<String, List<String>> fields) {
    public HeaderFields {
        fields = fields.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        field -> field.getKey().toLowerCase(Locale.ROOT),
                        field -> List.copyOf(field.getValue()),
                        (first, second) -> first));
    }

    /** These fields, one of them set. */
    public HeaderFields with(String name, String value) {
        Map<String, List<String>> changed = new HashMap<>(fields);
        changed.put(name.toLowerCase(Locale.ROOT), List.of(value));
        return new HeaderFields(changed);
    }

    /** Every value under a name, in the order in which they came. */
    public List<String> all(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** The value under a name that stands there exactly once. */
    public Optional<String> only(String name) {
        List<String> values = all(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
