package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import java.util.Locale;

/** Lines for a terminal, folded at its width; commands stay whole, so that they can be pasted. */
final class ConsoleText {
    /** Where nothing is known of who reads. */
    static final int WIDTH = 120;

    /** What is narrower has no room for a label and words beside it. */
    private static final int NARROWEST = 40;

    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";

    private final StringBuilder lines = new StringBuilder();
    private final int width;
    private final boolean colour;

    ConsoleText(boolean colour) {
        this(WIDTH, colour);
    }

    ConsoleText(int width, boolean colour) {
        this.width = Math.max(NARROWEST, width);
        this.colour = colour;
    }

    // Never folded: whoever reads the first line alone must get all of it.
    void verdict(Verdict verdict, String headline) {
        String paint = switch (verdict) {
            case CONFORMING -> GREEN;
            case NON_CONFORMING -> RED;
            case INCOMPLETE -> YELLOW;
        };
        verbatim(painted(paint, DisplayText.visible(headline)));
    }

    void heading(Outcome outcome, String rest) {
        String word = outcome.label().toUpperCase(Locale.ROOT).replace('-', ' ');
        String paint = outcome == Outcome.VIOLATION || outcome == Outcome.HARNESS_ERROR ? RED : YELLOW;
        int start = lines.length();
        labelled(0, word + " ", rest);
        lines.replace(start, start + word.length(), painted(paint, word));
    }

    void gap() {
        lines.append('\n');
    }

    void paragraph(int indent, String content) {
        labelled(indent, "", content);
    }

    /** A label and a text that stays to the right of it when folded; nothing for an empty text. */
    void labelled(int indent, String label, String content) {
        if (content.isEmpty()) {
            return;
        }
        int hang = label.contains(":") ? indent + label.length() : indent + 2;
        int column = indent + label.length();
        lines.append(" ".repeat(indent)).append(label);
        boolean first = true;
        for (String word : DisplayText.of(content).split(" ", -1)) {
            if (!first && column + 1 + word.length() > width) {
                lines.append('\n').append(" ".repeat(hang));
                column = hang;
            } else if (!first) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
            first = false;
        }
        lines.append('\n');
    }

    /** A text as it is but for what is hidden in it, of any length on one line; nothing for an empty text. */
    void cut(int indent, String content) {
        if (!content.isEmpty()) {
            verbatim(" ".repeat(indent) + content);
        }
    }

    void command(String command) {
        lines.append("  ").append(command).append('\n');
    }

    void verbatim(String line) {
        lines.append(line).append('\n');
    }

    private String painted(String code, String words) {
        return colour ? "\u001b[" + code + "m" + words + "\u001b[0m" : words;
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
