package io.chargeproof.profile;

import io.chargeproof.yaml.YamlMap;
import io.chargeproof.yaml.YamlPlace;
import io.chargeproof.yaml.YamlScalar;
import io.chargeproof.yaml.YamlValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A part of a profile, read key by key; whatever is wrong with a value is a fault at its line.
 *
 * @param map the keys and values
 * @param surroundings what they are read in the light of
 */
public record Section(YamlMap map, ProfileContext surroundings) {
    /** The part as a mapping with none but the known keys. */
    public static Section of(YamlValue value, Collection<String> known, ProfileContext surroundings) {
        YamlMap map = value.map();
        map.allowOnly(known);
        return new Section(map, surroundings);
    }

    /** The value of a key, if it is there. */
    public Optional<YamlValue> find(String key) {
        return map.find(key);
    }

    /** The part under a key, with none but the known keys, if it is there. */
    public Optional<Section> section(String key, Collection<String> known) {
        return find(key).map(value -> of(value, known, surroundings));
    }

    /** The items under a key; none if it is missing. */
    public List<YamlValue> list(String key) {
        return find(key).map(value -> value.list().items()).orElse(List.of());
    }

    /** Where the value of a key stands, or the part if the key is missing. */
    public YamlPlace place(String key) {
        return find(key).map(YamlValue::place).orElse(map.place());
    }

    /** A text that must be there; numbers and the like count as what was written. */
    public String text(String key, String example) {
        return text(map.require(key, example));
    }

    /** The text of a key, if it is there. */
    public Optional<String> optionalText(String key) {
        return find(key).map(this::text);
    }

    /** The text of a value, which may not be blank. */
    public String text(YamlValue value) {
        YamlScalar scalar = value.scalar();
        String text = written(scalar).text();
        if (text.isBlank() || scalar.type() == YamlScalar.Type.NULL) {
            throw value.place().fault("is blank; write a value, or leave the key out if it is optional");
        }
        return text;
    }

    /** A text with its environment variables filled in; it may be blank. */
    public InterpolatedText written(YamlScalar scalar) {
        return InterpolatedText.of(scalar, surroundings);
    }

    /** Notes what the profile's owner should know of a value; the problem reads on from the key. */
    public void warn(YamlPlace place, String problem) {
        surroundings.warnings().add(place.sentence(problem));
    }
}
