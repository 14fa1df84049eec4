package io.chargeproof.cli;

import io.chargeproof.report.RunReference;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where runs are looked for that a command names. */
final class RunsFolder {
    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description =
                    "Where runs are looked for (default: reports/ in the sources' folder, or where a release is called).")
    @Nullable Path reports;

    /** The folder. */
    Path folder() {
        return InstallDirectory.reports(reports);
    }

    RunReference run(String name) {
        return new RunReference(name, folder());
    }
}
