package io.chargeproof.exchange;

/** Text that a terminal shows as it is. */
public final class PrintableText {
    private PrintableText() {}

    /** Whether a code point shows as itself or as a new line, and steers nothing. */
    public static boolean isHarmless(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL -> letter == '\n';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
