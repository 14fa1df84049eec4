package io.chargeproof.cli;

import io.chargeproof.check.Outcome;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.run.RunProgress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Shows how a run gets on: a line that is rewritten on a terminal, else a line every so often and one for each failure. */
final class ConsoleProgress implements RunProgress, AutoCloseable {
    private static final int STEPS = 10;
    private static final Set<Outcome> TOLD =
            EnumSet.of(Outcome.VIOLATION, Outcome.HARNESS_ERROR, Outcome.INCONCLUSIVE, Outcome.WARNING);

    private final PrintWriter out;
    private final Redactor redactor;
    private final boolean terminal = isTerminal();
    private int planned;
    private int done;
    private int told;

    ConsoleProgress(PrintWriter out, Redactor redactor) {
        this.out = out;
        this.redactor = redactor;
    }

    @Override
    public synchronized void planned(int scenarios) {
        planned = scenarios;
        show();
    }

    @Override
    public synchronized void finished(ScenarioResult scenario) {
        done++;
        if (TOLD.contains(scenario.outcome())) {
            told++;
            clear();
            out.println(redactor.redact(
                    "  " + scenario.outcome().label() + "  " + scenario.name() + "  (" + scenario.location() + ")"));
        }
        show();
    }

    @Override
    public synchronized void stopped(List<String> leftovers) {
        clear();
        out.println(leftovers.isEmpty() ? "stopped; what the run had changed was put back" : "stopped; not put back:");
        leftovers.forEach(each -> out.println(redactor.redact("  " + each)));
        out.flush();
    }

    /** From Java 22 on there is a console also where none is seen, so it has to be asked. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
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

    private void show() {
        boolean step = planned > 0 && (done == planned || done % Math.max(1, planned / STEPS) == 0);
        String line = done + " of " + planned + " scenarios" + (told == 0 ? "" : ", " + told + " with findings");
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
    public synchronized void close() {
        clear();
        out.flush();
    }
}
