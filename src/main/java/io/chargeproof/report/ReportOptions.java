package io.chargeproof.report;

import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.redaction.Redactor;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a report is written.
 *
 * @param reports the directory that gets one directory a run
 * @param skipHtml whether the HTML report is left out; its results are written all the same
 * @param singleFile whether the HTML report is one file, with everything in it
 * @param redactor what every text passes before it is written
 * @param curl renders an unredacted request as a command that has names in place of secrets; what it gives is
 *     written as it is, since redacting what is quoted for a shell would break the quotes
 * @param compare the run to compare with instead of the one before it, if one is named
 */
public record ReportOptions(
        Path reports,
        boolean skipHtml,
        boolean singleFile,
        Redactor redactor,
        Function<HttpRequest, String> curl,
        @Nullable RunOutline compare) {
    /** Options for a report that is compared with the run before it on the same target. */
    public ReportOptions(
            Path reports, boolean skipHtml, boolean singleFile, Redactor redactor, Function<HttpRequest, String> curl) {
        this(reports, skipHtml, singleFile, redactor, curl, null);
    }
}
