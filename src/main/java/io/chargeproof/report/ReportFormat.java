package io.chargeproof.report;

import java.io.IOException;
import java.nio.file.Path;

/** A further form of a report, written beside {@code conformance.json}. */
@FunctionalInterface
public interface ReportFormat {
    /**
     * Writes this form of the report.
     *
     * @param report what to write, redacted
     * @param options how; its reports directory holds the runs before this one
     * @param into the run's directory
     * @throws IOException if it can't be written
     */
    void write(RedactedReport report, ReportOptions options, Path into) throws IOException;
}
