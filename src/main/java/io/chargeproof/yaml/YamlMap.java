package io.chargeproof.yaml;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping of keys to values.
 *
 * @param place where it stands
 * @param entries the values by key, in the order in which they are written
 */
public record YamlMap(YamlPlace place, Map<String, YamlValue> entries) implements YamlValue {
    public YamlMap {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public String kind() {
        return "a mapping";
    }

    /** The value of a key; none where the key is missing or its value is null. */
    public Optional<YamlValue> find(String key) {
        return Optional.ofNullable(entries.get(key)).filter(value -> !isNull(value));
    }

    /** The value of a key that must have one, or a fault that shows how to write it. */
    public YamlValue require(String key, String example) {
        return find(key).orElseThrow(() -> {
            YamlValue empty = entries.get(key);
            return empty == null
                    ? place.fault((place.path().isEmpty() ? "the file " : "") + "lacks the key '" + key + "'; write "
                            + key + ": " + example)
                    : empty.place().fault("has no value; write " + key + ": " + example);
        });
    }

    /** Finds fault with the first key that isn't among the known ones. */
    public void allowOnly(Collection<String> known) {
        entries.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.place().fault("isn't a key that is known here; " + cure(key, known));
            }
        });
    }

    private static String cure(String key, Collection<String> known) {
        return NearestName.to(key, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("write one of " + String.join(", ", known));
    }

    private static boolean isNull(YamlValue value) {
        return value instanceof YamlScalar scalar && scalar.type() == YamlScalar.Type.NULL;
    }
}
