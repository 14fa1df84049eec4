package io.chargeproof.cli;

import java.io.PrintWriter;

/** A line that says how far something is: rewritten on a terminal, else printed every so often. */
final class ProgressLine {
    private final PrintWriter out;
    private final int steps;
    private final Screen screen;

    /**
     * A line on a stream.
     *
     * @param steps about how often it is printed where it can't be rewritten
     */
    ProgressLine(PrintWriter out, int steps) {
        this(out, steps, Screen.here());
    }

    ProgressLine(PrintWriter out, int steps, Screen screen) {
        this.out = out;
        this.steps = steps;
        this.screen = screen;
    }

    /** Whether the line is rewritten, so that it can show what changes all the time. */
    boolean isRewritten() {
        return screen.canRewrite() && out instanceof ConsoleOutput;
    }

    void show(int done, int planned, String text) {
        if (isRewritten() || (planned > 0 && (done == planned || done % Math.max(1, planned / steps) == 0))) {
            show(text);
        }
    }

    /** Shows a line that is always worth it. */
    void show(String text) {
        if (screen.canRewrite() && out instanceof ConsoleOutput console) {
            console.rewrite(fitting(text));
        } else {
            out.println(text);
        }
        out.flush();
    }

    /** Takes the line away, so that another can be printed in its place. */
    void clear() {
        if (screen.canRewrite() && out instanceof ConsoleOutput console) {
            console.rewrite("");
        }
    }

    /** A line that is longer than the terminal is wide couldn't be rewritten. */
    private String fitting(String text) {
        int most = screen.columns() - 1;
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
