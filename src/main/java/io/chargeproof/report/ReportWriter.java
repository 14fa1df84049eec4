package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what a run found into a directory of its own, which appears only once it is complete. */
public final class ReportWriter {
    private final List<ReportFormat> projections;

    /** A writer of the plain files and of these further forms. */
    public ReportWriter(List<ReportFormat> projections) {
        this.projections = List.copyOf(projections);
    }

    /**
     * Writes a report, lets {@code latest} point to it (where it is about traffic and not a run, {@code latest-judged}), and
     * adds a line to the history.
     *
     * @return the run's directory
     * @throws UnwrittenReport if something can't be written; where it isn't {@code conformance.json}, all the rest is there
     */
    public Path write(RunReport unredacted, ReportOptions options) {
        return write(RedactedReport.of(unredacted, options), options);
    }

    /** The same for a report that is redacted already. */
    public Path write(RedactedReport report, ReportOptions options) {
        List<IOException> failures = new ArrayList<>();
        Path run = null;
        try {
            run = write(report, options, failures);
        } catch (IOException unwritable) {
            failures.add(unwritable);
        }
        if (run == null || !failures.isEmpty()) {
            throw new UnwrittenReport(options.reports(), run, failures);
        }
        return run;
    }

    private Path write(RedactedReport report, ReportOptions options, List<IOException> failures) throws IOException {
        ReportDirectory directory = new ReportDirectory(options.reports());
        RunReport content = report.report();
        Path unfinished = directory.unfinished();
        try {
            Files.writeString(unfinished.resolve("conformance.json"), ConformanceJson.of(report), UTF_8);
            writeFiles(report, unfinished, failures);
            project(report, options, unfinished, failures);
            String name = ReportDirectory.nameOf(
                    content.run().started(), content.target().name());
            Path run = directory.publish(unfinished, name);
            boolean judged = content.target().kind().equals(RunReport.Target.RECORDED);
            attempt(
                    () -> directory.point(judged ? ReportDirectory.LATEST_JUDGED : ReportDirectory.LATEST, run),
                    failures);
            attempt(() -> directory.appendToHistory(HistoryLine.of(content, run)), failures);
            return run;
        } finally {
            ReportDirectory.delete(unfinished);
        }
    }

    private static void writeFiles(RedactedReport report, Path into, List<IOException> failures) {
        writeFile(into.resolve(ExchangesJsonl.FILE), file -> ExchangesJsonl.write(report.report(), file), failures);
        writeFile(into.resolve("junit.xml"), file -> Files.writeString(file, JunitXml.of(report), UTF_8), failures);
        writeFile(into.resolve("ctrf.json"), file -> Files.writeString(file, CtrfJson.of(report), UTF_8), failures);
        writeFile(
                into.resolve("summary.md"),
                file -> Files.writeString(file, SummaryMarkdown.of(report), UTF_8),
                failures);
    }

    /** Half a file would be worse than none. */
    private static void writeFile(Path file, Content content, List<IOException> failures) {
        try {
            content.write(file);
        } catch (IOException failed) {
            failures.add(new IOException(file.getFileName() + " is missing, " + failed.getMessage(), failed));
            attempt(() -> Files.deleteIfExists(file), failures);
        }
    }

    private static void attempt(Act act, List<IOException> failures) {
        try {
            act.run();
        } catch (IOException failed) {
            failures.add(failed);
        }
    }

    // A form that fails must not take the verdict with it.
    private void project(RedactedReport report, ReportOptions options, Path into, List<IOException> failures) {
        for (ReportFormat projection : projections) {
            try {
                projection.write(report, options, into);
            } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError failed) {
                failures.add(new IOException(
                        "all but " + projection.getClass().getSimpleName() + " is written: " + failed, failed));
            }
        }
    }

    /** Writes a file. */
    private interface Content {
        void write(Path file) throws IOException;
    }

    /** Does something that may fail. */
    private interface Act {
        void run() throws IOException;
    }
}
