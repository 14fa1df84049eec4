package io.chargeproof.cli;

import io.chargeproof.prove.ProveProgress;
import java.io.PrintWriter;
import java.util.Optional;

/** Shows how a proof gets on: a line that is rewritten on a terminal, else a line every so often and one for each problem. */
final class TrialProgress implements ProveProgress, AutoCloseable {
    private static final int STEPS = 20;

    private final PrintWriter out;
    private final ProgressLine line;
    private int planned;
    private int done;
    private int failed;

    TrialProgress(PrintWriter out) {
        this.out = out;
        this.line = new ProgressLine(out, STEPS);
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
            line.clear();
            out.println("  " + sentence);
        });
        show();
    }

    private void show() {
        line.show(done, planned, done + " of " + planned + " trials" + (failed == 0 ? "" : ", " + failed + " failed"));
    }

    @Override
    public void close() {
        line.clear();
        out.flush();
    }
}
