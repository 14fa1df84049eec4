package io.chargeproof.cli;

import java.io.Console;
import java.io.PrintWriter;

/** A line that says how far something is: rewritten on a terminal, else printed every so often. */
final class ProgressLine {
    private final PrintWriter out;
    private final int steps;
    private final boolean terminal = isTerminal();

    /**
     * A line on a stream.
     *
     * @param steps about how often it is printed where it can't be rewritten
     */
    ProgressLine(PrintWriter out, int steps) {
        this.out = out;
        this.steps = steps;
    }

    void show(int done, int planned, String text) {
        if (terminal || (planned > 0 && (done == planned || done % Math.max(1, planned / steps) == 0))) {
            show(text);
        }
    }

    /** Shows a line that is always worth it. */
    void show(String text) {
        if (terminal && out instanceof ConsoleOutput console) {
            console.rewrite(text);
        } else {
            out.println(text);
        }
        out.flush();
    }

    /** Takes the line away, so that another can be printed in its place. */
    void clear() {
        if (terminal && out instanceof ConsoleOutput console) {
            console.rewrite("");
        }
    }

    /** From Java 22 on there is a console also where none is seen, so it has to be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null || System.getenv("CI") != null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
