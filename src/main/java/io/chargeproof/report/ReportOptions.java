package io.chargeproof.report;

import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.redaction.Redactor;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * How a report is written.
 *
 * @param reports the directory that gets one directory a run
 * @param skipHtml whether the HTML report is left out; its results are written all the same
 * @param singleFile whether the HTML report is one file, with everything in it
 * @param redactor what every text passes before it is written
 * @param curl renders an unredacted request as a command that has names in place of secrets; what it gives is
 *     written as it is, since redacting what is quoted for a shell would break the quotes
 */
public record ReportOptions(
        Path reports, boolean skipHtml, boolean singleFile, Redactor redactor, Function<HttpRequest, String> curl) {}
