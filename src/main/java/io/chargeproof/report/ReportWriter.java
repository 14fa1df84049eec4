package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a run found into a directory of its own, which appears only once it is complete. */
public final class ReportWriter {
    private final List<Projection> projections;

    /** A writer of the plain files and of these further forms. */
    public ReportWriter(List<Projection> projections) {
        this.projections = List.copyOf(projections);
    }

    /**
     * Writes a report, lets {@code latest} point to it and adds a line to the history.
     *
     * @return the run's directory
     * @throws UncheckedIOException if something can't be written; where only a further form failed, all the rest is
     *     there
     */
    public Path write(RunReport unredacted, ReportOptions options) {
        return write(RedactedReport.of(unredacted, options), options);
    }

    /** The same for a report that is redacted already. */
    public Path write(RedactedReport report, ReportOptions options) {
        ReportDirectory directory = new ReportDirectory(options.reports());
        try {
            return write(report, options, directory);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    "the report couldn't be written to " + options.reports() + ": " + unwritable.getMessage(),
                    unwritable);
        }
    }

    private Path write(RedactedReport report, ReportOptions options, ReportDirectory directory) throws IOException {
        RunReport content = report.report();
        Path unfinished = directory.unfinished();
        try {
            writeFiles(report, unfinished);
            IOException incomplete = project(report, options, unfinished);
            String name = ReportDirectory.nameOf(
                    content.run().started(), content.target().name());
            Path run = directory.publish(unfinished, name);
            directory.pointLatestTo(run);
            directory.appendToHistory(HistoryLine.of(content, run));
            if (incomplete != null) {
                throw incomplete;
            }
            return run;
        } finally {
            ReportDirectory.delete(unfinished);
        }
    }

    private static void writeFiles(RedactedReport report, Path into) throws IOException {
        Files.writeString(into.resolve("conformance.json"), ConformanceJson.of(report), UTF_8);
        ExchangeLog.write(report.report(), into.resolve(ExchangeLog.FILE));
        Files.writeString(into.resolve("junit.xml"), JunitXml.of(report), UTF_8);
        Files.writeString(into.resolve("ctrf.json"), CtrfJson.of(report), UTF_8);
        Files.writeString(into.resolve("summary.md"), SummaryMarkdown.of(report), UTF_8);
    }

    // A form that fails must not take the verdict with it.
    private @Nullable IOException project(RedactedReport report, ReportOptions options, Path into) {
        IOException failure = null;
        for (Projection projection : projections) {
            try {
                projection.write(report, options, into);
            } catch (IOException | RuntimeException failed) {
                failure = new IOException(
                        "all but " + projection.getClass().getSimpleName() + " is written: " + failed, failed);
            }
        }
        return failure;
    }
}
