package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.report.ReportSection;
import java.util.List;
import picocli.CommandLine.Option;

/** In what form a command tells what it found. */
final class PassageFormat {
    @Option(names = "--format", paramLabel = "FORMAT", description = "text or markdown (default: ${DEFAULT-VALUE}).")
    String format = "text";

    String render(String headline, List<ReportSection> passages) {
        return switch (format) {
            case "text" -> ReportSection.console(headline, passages);
            case "markdown" -> ReportSection.markdown(headline, passages, 2);
            default -> throw new UsageException("--format knows text and markdown, not '" + format + "'");
        };
    }
}
