package io.chargeproof.cli;

import io.chargeproof.report.ScenarioResult;
import io.chargeproof.run.RunProgress;
import java.io.PrintWriter;
import java.util.List;

/** Shows how far a plan has got; what becomes of its scenarios on the sandbox is nobody's concern. */
final class PlanProgress implements RunProgress, AutoCloseable {
    private static final int STEPS = 2;

    private final ProgressLine line;
    private int planned;
    private int done;

    PlanProgress(PrintWriter out) {
        this.line = new ProgressLine(out, STEPS);
    }

    @Override
    public void unanswered(String address) {
        // The sandbox answers.
    }

    @Override
    public synchronized void planned(int scenarios) {
        planned = scenarios;
    }

    @Override
    public synchronized void finished(ScenarioResult scenario) {
        done++;
        line.show(done, planned, done + " of " + planned + " scenarios counted");
    }

    @Override
    public void stopped(List<String> leftovers) {
        // The sandbox ends with the process.
    }

    @Override
    public synchronized void close() {
        line.clear();
    }
}
