package io.chargeproof.profile;

import io.chargeproof.yaml.YamlMap;
import io.chargeproof.yaml.YamlPlace;
import io.chargeproof.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/**
 * A profile as it was read, and what its owner should know of it.
 *
 * @param profile the profile
 * @param text what stands where in it
 * @param warnings a sentence each, with file, line and key; none shows a secret
 */
public record LoadedProfile(Profile profile, YamlValue text, List<String> warnings) {
    public LoadedProfile {
        warnings = List.copyOf(warnings);
    }

    /** What is to be said of a key's value, with the file and the line; the problem reads on from the key. */
    public String sentence(String key, String problem) {
        return place(text, key).orElse(text.place()).sentence(problem);
    }

    /** A name may have dots in it. */
    private static Optional<YamlPlace> place(YamlValue value, String key) {
        if (!(value instanceof YamlMap map)) {
            return Optional.empty();
        }
        Optional<YamlPlace> whole = map.find(key).map(YamlValue::place);
        for (int dot = key.indexOf('.'); whole.isEmpty() && dot > 0; dot = key.indexOf('.', dot + 1)) {
            String rest = key.substring(dot + 1);
            whole = map.find(key.substring(0, dot)).flatMap(inner -> place(inner, rest));
        }
        return whole;
    }
}
