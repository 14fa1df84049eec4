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

    /** A secret that may be missing, and that JSON carries, so that it may have any characters. */
    public Optional<Secret> optionalInJson(String key, String name) {
        return section.find(key).map(value -> {
            YamlScalar scalar = value.scalar();
            InterpolatedText written = section.written(scalar);
            refuseEmpty(scalar, written);
            return secret(scalar, written, key, name);
        });
    }

    private Secret secret(YamlValue value, String key, String name) {
        YamlScalar scalar = value.scalar();
        InterpolatedText written = section.written(scalar);
        refuseEmpty(scalar, written);
        refuseUnfit(scalar, written);
        return secret(scalar, written, key, name);
    }

    private Secret secret(YamlScalar scalar, InterpolatedText written, String key, String name) {
        if (written.literal()) {
            section.warn(
                    scalar.place(),
                    "is a secret that stands in the file itself; write %s: \"${%s}\" and set that variable"
                            .formatted(key, name));
        }
        return new Secret(Optional.ofNullable(written.variable()).orElse(name), written.text());
    }

    private static void refuseEmpty(YamlScalar scalar, InterpolatedText written) {
        if (written.text().isEmpty()) {
            throw scalar.place().fault("is empty" + from(written) + "; give the secret itself");
        }
    }

    private static void refuseUnfit(YamlScalar scalar, InterpolatedText written) {
        if (!written.text().chars().allMatch(letter -> letter > ' ' && letter <= '~')) {
            throw scalar.place()
                    .fault("holds a blank, a line break or a letter beyond ASCII" + from(written)
                            + ", which no request can carry; give the secret alone");
        }
    }

    private static String from(InterpolatedText written) {
        return written.variable() == null ? "" : " in the environment variable " + written.variable();
    }
}
