package io.chargeproof.report;

/** Text from a target made fit for a person's eyes: on one line, of bounded length, nothing in it hidden. */
final class ShownText {
    private static final int LONGEST = 400;

    private ShownText() {}

    /** The text with control and format characters written as escapes, cut where it grows too long. */
    static String of(String text) {
        int length = text.codePointCount(0, text.length());
        if (length <= LONGEST) {
            return visible(text);
        }
        String start = text.substring(0, text.offsetByCodePoints(0, LONGEST));
        return visible(start) + "… (" + length + " characters, in full in conformance.json)";
    }

    /** The text with control and format characters written as escapes. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> append(shown, point));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                shown.append(escape(point));
            default -> shown.appendCodePoint(point);
        }
    }

    private static String escape(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> point > 0xFFFF ? String.format("\\x{%x}", point) : String.format("\\u%04x", point);
        };
    }
}
