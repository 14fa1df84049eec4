package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.teststate.FileStateStore;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where it is kept what runs use up or change. */
final class CustodyOption {
    @Option(
            names = "--custody",
            paramLabel = "DIR",
            description = "Where it is kept what runs use up or change at targets, to put it back (default:"
                    + " ${DEFAULT-VALUE}). It holds personal data, so only its owner can read it.")
    Path folder = Path.of(".chargeproof");

    /** The folder, which mustn't be among the reports: those are passed on. */
    FileStateStore outside(Path reports) {
        if (absolute(folder).startsWith(absolute(reports))) {
            throw new UsageException("--custody " + folder + " is among the reports, which are passed on, and what is"
                    + " in custody is personal; name a folder outside " + reports);
        }
        return new FileStateStore(folder);
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
