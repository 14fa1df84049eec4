package io.chargeproof.yaml;

/**
 * A single value.
 *
 * @param place where it stands
 * @param text how it is written, quotation marks and escapes undone
 * @param type what it is in JSON's terms; whatever is quoted is a text
 */
public record YamlScalar(YamlPlace place, String text, Type type) implements YamlValue {
    /** What a single value can be. */
    public enum Type {
        TEXT("a text"),
        INTEGER("a whole number"),
        DECIMAL("a number with a fraction"),
        BOOLEAN("true or false"),
        NULL("null");

        private final String kind;

        Type(String kind) {
            this.kind = kind;
        }
    }

    @Override
    public String kind() {
        return type.kind;
    }

    /** Says nothing of the text, which may be a secret. */
    @Override
    public String toString() {
        return place + " " + type;
    }
}
