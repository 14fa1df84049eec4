package io.chargeproof.cli;

import io.chargeproof.check.Outcome;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.DisplayText;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.run.RunProgress;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Shows how a run gets on: a line that is rewritten on a terminal, else a line every so often and one for each failure. */
final class ConsoleProgress implements RunProgress, AutoCloseable {
    private static final int STEPS = 10;
    private static final int FEWEST = 3;
    private static final Set<Outcome> TOLD =
            EnumSet.of(Outcome.VIOLATION, Outcome.HARNESS_ERROR, Outcome.INCONCLUSIVE, Outcome.WARNING);

    private final PrintWriter out;
    private final Supplier<Redactor> redactor;
    private final ProgressLine line;
    private final LongSupplier nanos;
    private final Set<String> running = new LinkedHashSet<>();
    private long begun;
    private int planned;
    private int done;
    private int told;

    /**
     * Progress of a run.
     *
     * @param redactor what takes out the secrets that are known at the moment
     */
    ConsoleProgress(PrintWriter out, Supplier<Redactor> redactor) {
        this(out, redactor, Screen.here(), System::nanoTime);
    }

    /** The same on a screen, by a clock that counts nanoseconds. */
    ConsoleProgress(PrintWriter out, Supplier<Redactor> redactor, Screen screen, LongSupplier nanos) {
        this.out = out;
        this.redactor = redactor;
        this.line = new ProgressLine(out, STEPS, screen);
        this.nanos = nanos;
    }

    @Override
    public synchronized void unanswered(String address) {
        line.show(shown("no answer yet from " + address + "; trying on"));
    }

    @Override
    public synchronized void planned(int scenarios) {
        planned = scenarios;
        begun = nanos.getAsLong();
        show();
    }

    @Override
    public synchronized void started(String scenario) {
        running.add(scenario);
        if (line.isRewritten()) {
            show();
        }
    }

    @Override
    public synchronized void finished(ScenarioResult scenario) {
        done++;
        running.remove(scenario.name());
        if (TOLD.contains(scenario.outcome())) {
            told++;
            line.clear();
            out.println(shown(
                    "  " + scenario.outcome().label() + "  " + scenario.name() + "  (" + scenario.location() + ")"));
        }
        show();
    }

    @Override
    public synchronized void stopped(List<String> leftovers) {
        line.clear();
        out.println(leftovers.isEmpty() ? "stopped; what the run had changed was put back" : "stopped; not put back:");
        leftovers.forEach(each -> out.println(shown("  " + each)));
        out.flush();
    }

    private String shown(String text) {
        return DisplayText.visible(redactor.get().redact(text));
    }

    private void show() {
        line.show(
                done,
                planned,
                done + " of " + planned + " scenarios" + (told == 0 ? "" : ", " + told + " with findings") + left()
                        + current());
    }

    /** How long the rest takes at the pace so far, once there is a pace. */
    private String left() {
        double seconds = (nanos.getAsLong() - begun) / 1e9;
        if (done < FEWEST || done == planned || seconds < 2) {
            return "";
        }
        long rest = Math.max(1, Math.round(seconds / done * (planned - done)));
        return ", about " + (rest < 100 ? rest + " s" : (rest + 30) / 60 + " min") + " left";
    }

    /** What has run longest; a line that stays says nothing of what changes. */
    private String current() {
        return line.isRewritten()
                ? running.stream().findFirst().map(name -> ": " + shown(name)).orElse("")
                : "";
    }

    @Override
    public synchronized void close() {
        line.clear();
        out.flush();
    }
}
