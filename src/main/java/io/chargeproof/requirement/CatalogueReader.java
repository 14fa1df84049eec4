package io.chargeproof.requirement;

import io.chargeproof.yaml.YamlMap;
import io.chargeproof.yaml.YamlScalar;
import io.chargeproof.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds the requirements of a file to those of others. */
final class CatalogueReader {
    private static final List<String> KEYS =
            List.of("id", "level", "statement", "source", "decision", "look-at", "undecidable");
    private static final Map<String, RequirementLevel> LEVELS =
            Stream.of(RequirementLevel.values()).collect(Collectors.toMap(RequirementLevel::name, Function.identity()));

    private final Map<RequirementId, Requirement> found;

    CatalogueReader(Map<RequirementId, Requirement> found) {
        this.found = found;
    }

    void add(YamlValue file) {
        for (YamlValue item : file.list().items()) {
            YamlMap row = item.map();
            Requirement requirement = requirement(row);
            if (found.putIfAbsent(requirement.id(), requirement) != null) {
                throw row.require("id", "")
                        .place()
                        .fault("is " + requirement.id() + ", which is taken; give the requirement an ID of its own");
            }
        }
    }

    private static Requirement requirement(YamlMap row) {
        row.allowOnly(KEYS);
        return new Requirement(
                id(row),
                level(row),
                required(row, "statement", "one sentence that names the call and what it must do"),
                required(row, "source", "the document and the place in it"),
                optional(row, "decision"),
                required(row, "look-at", "one sentence for those who must repair it"),
                optional(row, "undecidable"));
    }

    private static RequirementId id(YamlMap row) {
        String text = required(row, "id", Apis.examples("-OWN-1"));
        if (!RequirementId.isOne(text)) {
            throw row.require("id", "")
                    .place()
                    .fault("is '" + text + "', which is no requirement ID; write one such as "
                            + Apis.examples("-OWN-1"));
        }
        return new RequirementId(text);
    }

    private static RequirementLevel level(YamlMap row) {
        String text = required(row, "level", "MUST");
        return Optional.ofNullable(LEVELS.get(text))
                .orElseThrow(() ->
                        row.require("level", "").place().fault("is '" + text + "'; write MUST, SHOULD or OBSERVE"));
    }

    private static String required(YamlMap row, String key, String example) {
        YamlScalar scalar = row.require(key, example).scalar();
        if (scalar.text().isBlank()) {
            throw scalar.place().fault("is blank; write " + example);
        }
        return scalar.text().strip();
    }

    private static @Nullable String optional(YamlMap row, String key) {
        return row.find(key).isPresent() ? required(row, key, "a text, or leave the key out") : null;
    }
}
