package io.chargeproof.cli;

import io.chargeproof.report.ConsoleSummary;
import io.chargeproof.report.History;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.ReportFormat;
import io.chargeproof.report.ReportOptions;
import io.chargeproof.report.ReportWriter;
import io.chargeproof.report.UnwrittenReport;
import io.chargeproof.report.allure.AllureReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Says the verdict first and writes the report then, so that what can't be written doesn't take the verdict with it. */
final class ReportDelivery {
    private final PrintWriter out;
    private final PrintWriter err;
    private boolean isDelivered;

    ReportDelivery(CommandSpec spec) {
        this.out = spec.commandLine().getOut();
        this.err = spec.commandLine().getErr();
    }

    /** Prints a summary of the report and writes the report, once, whoever comes first; the exit code. */
    int deliver(RedactedReport report, ReportOptions how) {
        return deliver(report, how, List.of());
    }

    /** The same, written in these forms too. */
    int deliver(RedactedReport report, ReportOptions how, List<ReportFormat> more) {
        return deliver(
                () -> out.print(ConsoleSummary.of(
                        report, Screen.here().columns(), Screen.here().colour())),
                report,
                how,
                more);
    }

    /** The same with a summary that is printed otherwise. */
    int deliver(Runnable summary, RedactedReport report, ReportOptions how) {
        return deliver(summary, report, how, List.of());
    }

    private synchronized int deliver(
            Runnable summary, RedactedReport report, ReportOptions how, List<ReportFormat> more) {
        if (isDelivered) {
            return report.report().exitCode();
        }
        isDelivered = true;
        summary.run();
        out.flush();
        return write(report, how, more);
    }

    private int write(RedactedReport report, ReportOptions how, List<ReportFormat> more) {
        History.unreadable(how.reports()).ifPresent(sentence -> err.println("note: " + sentence));
        List<ReportFormat> forms = new ArrayList<>(more);
        forms.add(new AllureReport());
        try {
            out.print(ConsoleSummary.whereToReadOn(new ReportWriter(forms).write(report, how)));
            out.flush();
            return report.report().exitCode();
        } catch (UnwrittenReport unwritten) {
            unwritten.directory().ifPresent(directory -> out.print(ConsoleSummary.whereToReadOn(directory)));
            out.flush();
            err.println("chargeproof: the verdict above stands, but "
                    + how.redactor().redact(String.valueOf(unwritten.getMessage()))
                    + (unwritten.isOfThePlace() ? "; make room there, or name another folder with --reports" : ""));
            err.flush();
            return unwritten.isOfThePlace() ? Main.USAGE : Main.INTERNAL;
        }
    }
}
