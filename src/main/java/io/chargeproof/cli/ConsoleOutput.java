package io.chargeproof.cli;

import java.io.PrintWriter;

/**
 * A console on which nothing that is printed does anything but stand there. Only what rewrites a line of progress goes
 * past that.
 */
final class ConsoleOutput extends PrintWriter {
    private final PrintWriter console;

    ConsoleOutput(PrintWriter console) {
        super(new HarmlessLines(console), true);
        this.console = console;
    }

    /** Puts a text in place of the terminal's last line. */
    void rewrite(String text) {
        flush();
        console.print("\r" + HarmlessLines.harmless(text) + "\u001b[K");
        console.flush();
    }
}
