package io.chargeproof.profile;

import io.chargeproof.yaml.YamlScalar;
import java.util.regex.Pattern;

/**
 * The whole numbers that a key may have.
 *
 * @param least the least of them, not negative
 * @param most the greatest
 */
record NumberRange(int least, int most) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    /** The number that a key has, or the one it has by default. */
    int read(Section section, String key, int otherwise) {
        return section.find(key).map(value -> read(section, value.scalar())).orElse(otherwise);
    }

    private int read(Section section, YamlScalar scalar) {
        InterpolatedText written = section.written(scalar);
        boolean number = scalar.type() == YamlScalar.Type.INTEGER || !written.literal();
        if (number && DIGITS.matcher(written.text()).matches()) {
            int value = Integer.parseInt(written.text());
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw scalar.place().fault("must be a whole number from " + least + " to " + most);
    }
}
