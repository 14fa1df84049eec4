package io.chargeproof.profile;

import io.chargeproof.yaml.YamlScalar;
import io.chargeproof.yaml.YamlValue;
import java.util.Optional;

/** Reads secrets: whence they come, what they are called in output, and whether they can be sent. */
public final class Secrets {
    private final Section section;

    /** A reader of those in a part of a profile. */
    public Secrets(Section section) {
        this.section = section;
    }

    /** A secret that must be there; the name serves where no variable gives one. */
    public Secret required(String key, String name) {
        return secret(section.map().require(key, "\"${" + name + "}\""), key, name);
    }

    /** A secret that may be missing. */
    public Optional<Secret> optional(String key, String name) {
        return section.find(key).map(value -> secret(value, key, name));
    }

    private Secret secret(YamlValue value, String key, String name) {
        YamlScalar scalar = value.scalar();
        InterpolatedText written = section.written(scalar);
        refuseUnfit(scalar, written);
        if (written.literal()) {
            section.warn(
                    scalar.place(),
                    "is a secret that stands in the file itself; write %s: \"${%s}\" and set that variable"
                            .formatted(key, name));
        }
        return new Secret(Optional.ofNullable(written.variable()).orElse(name), written.text());
    }

    private static void refuseUnfit(YamlScalar scalar, InterpolatedText written) {
        String from = written.variable() == null ? "" : " in the environment variable " + written.variable();
        if (written.text().isEmpty()) {
            throw scalar.place().fault("is empty" + from + "; give the secret itself");
        }
        if (!written.text().chars().allMatch(letter -> letter > ' ' && letter <= '~')) {
            throw scalar.place()
                    .fault("holds a blank, a line break or a letter beyond ASCII" + from
                            + ", which no request can carry; give the secret alone");
        }
    }
}
