package io.chargeproof.yaml;

/** A value in a YAML file that knows where it stands, so that whoever finds fault with it can say so. */
public sealed interface YamlValue permits YamlScalar, YamlList, YamlMap {
    /** Where it stands. */
    YamlPlace place();

    /** What it is, with its article, for messages. */
    String kind();

    /** This as a single value, or a fault. */
    default YamlScalar scalar() {
        if (this instanceof YamlScalar scalar) {
            return scalar;
        }
        throw place().fault("must be a single value, not " + kind());
    }

    /** This as a list, or a fault. */
    default YamlList list() {
        if (this instanceof YamlList list) {
            return list;
        }
        throw place().fault("must be a list, such as [a, b], not " + kind());
    }

    /** This as a mapping, or a fault. */
    default YamlMap map() {
        if (this instanceof YamlMap map) {
            return map;
        }
        throw place().fault("must be a mapping, such as {key: value}, not " + kind());
    }
}
