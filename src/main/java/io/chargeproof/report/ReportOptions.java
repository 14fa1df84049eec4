package io.chargeproof.report;

import io.chargeproof.redaction.Redactor;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a report is written.
 *
 * @param reports the directory that gets one directory a run
 * @param skipHtml whether the HTML report is left out; its results are written all the same
 * @param singleFile whether the HTML report is one file, with everything in it
 * @param redactor what every text passes before it is written
 * @param requests what the texts of requests pass instead, so that they can be sent again where every name has its value
 * @param compare the run to compare with instead of the one before it, if one is named
 */
public record ReportOptions(
        Path reports,
        boolean skipHtml,
        boolean singleFile,
        Redactor redactor,
        UnaryOperator<String> requests,
        @Nullable RunOutline compare) {
    /** Options for a report that is compared with the run before it on the same target. */
    public ReportOptions(
            Path reports, boolean skipHtml, boolean singleFile, Redactor redactor, UnaryOperator<String> requests) {
        this(reports, skipHtml, singleFile, redactor, requests, null);
    }
}
