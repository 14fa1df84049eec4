package io.chargeproof.cli;

import io.chargeproof.prove.ProveProgress;
import java.io.PrintWriter;
import java.util.Optional;

/** Shows how a proof gets on: a line that is rewritten on a terminal, else a line every so often and one for each problem. */
final class TrialProgress implements ProveProgress, AutoCloseable {
    private static final int STEPS = 20;

    private final PrintWriter out;
    private final boolean terminal = ConsoleProgress.isTerminal();
    private int planned;
    private int done;
    private int failed;

    TrialProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void planned(int trials) {
        planned = trials;
        show();
    }

    @Override
    public void finished(String trial, Optional<String> problem) {
        done++;
        problem.ifPresent(sentence -> {
            failed++;
            clear();
            out.println("  " + sentence);
        });
        show();
    }

    private void show() {
        boolean step = done == planned || done % Math.max(1, planned / STEPS) == 0;
        String line = done + " of " + planned + " trials" + (failed == 0 ? "" : ", " + failed + " failed");
        if (terminal) {
            out.print("\r" + line + "\u001b[K");
        } else if (step) {
            out.println(line);
        }
        out.flush();
    }

    private void clear() {
        if (terminal) {
            out.print("\r\u001b[K");
        }
    }

    @Override
    public void close() {
        clear();
        out.flush();
    }
}
