package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command writes its report, in what forms, and when it fails. */
final class WritingOptions {
    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description =
                    "Where the report goes (default: reports/ in the sources' folder, or where a release is called).")
    @Nullable Path reports;

    @Option(names = "--skip-html", description = "Leaves the HTML report out.")
    boolean skipHtml;

    @Option(names = "--single-file", description = "Makes the HTML report one file.")
    boolean singleFile;

    @Option(names = "--fail-on", paramLabel = "warning", description = "Exits 1 on warnings too.")
    @Nullable String failOn;

    /** The folder of the reports. */
    Path folder() {
        return InstallDirectory.reports(reports);
    }

    boolean failsOnWarning() {
        if (failOn != null && !failOn.equals("warning")) {
            throw new UsageException("--fail-on knows 'warning', not '" + failOn + "'");
        }
        return failOn != null;
    }
}
