package io.chargeproof.report;

/** Values of others in Markdown, where nothing that they contain takes effect. */
public final class Markdown {
    private Markdown() {}

    /** Running text. */
    public static String text(String value) {
        return DisplayText.visible(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]|#~!])", "\\\\$1");
    }

    /** Code within a line, in table cells too. */
    public static String code(String value) {
        String shown = DisplayText.of(value).replace("|", "\\|");
        String fence = fence(shown, "`");
        String edge = fence.length() > 1 || shown.isBlank() ? " " : "";
        return fence + edge + shown + edge + fence;
    }

    /** A block of code. */
    public static String block(String language, String value) {
        String fence = fence(value, "```");
        return fence + language + "\n" + value + "\n" + fence + "\n";
    }

    private static String fence(String value, String shortest) {
        String fence = shortest;
        while (value.contains(fence)) {
            fence += "`";
        }
        return fence;
    }
}
