package io.chargeproof.report;

/** Text of others made fit for a person's eyes: on one line, of bounded length, nothing in it hidden. */
public final class DisplayText {
    private static final int LONGEST = 400;
    /** Letters and marks that are drawn as nothing. */
    private static final String BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u3164\uffa0";

    private DisplayText() {}

    /** The text with control and format characters written as escapes, cut where it grows too long. */
    public static String of(String text) {
        int length = text.codePointCount(0, text.length());
        if (length <= LONGEST) {
            return visible(text);
        }
        String start = text.substring(0, text.offsetByCodePoints(0, LONGEST));
        return visible(start) + "… (" + length + " characters, in full in conformance.json)";
    }

    /** The text with control and format characters written as escapes. */
    public static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> append(shown, point));
        return shown.toString();
    }

    /** The same for a text that keeps its lines. */
    public static String lines(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (point == '\n') {
                shown.append('\n');
            } else {
                append(shown, point);
            }
        });
        return shown.toString();
    }

    private static void append(StringBuilder shown, int point) {
        if (isHidden(point)) {
            shown.append(escape(point));
        } else {
            shown.appendCodePoint(point);
        }
    }

    /** Whether nobody sees a character, or it changes how others are seen. */
    public static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> BLANK_LETTERS.indexOf(point) >= 0;
        };
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
