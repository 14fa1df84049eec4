package io.chargeproof.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One run of everything against the sandbox, shared by all who look at what it came to: it takes a while. */
public final class SandboxRun {
    private static final Path REPORTS = Path.of("target", "sandbox-run");

    private SandboxRun() {}

    /** Executed when it is first asked for. */
    private static final class Once {
        private static final Terminal TERMINAL = execute();

        private static Terminal execute() {
            delete(REPORTS);
            return Terminal.run("run", "--skip-html", "--reports", REPORTS.toString());
        }
    }

    static Terminal terminal() {
        return Once.TERMINAL;
    }

    static Written written() {
        terminal();
        return Written.latestIn(REPORTS);
    }

    /** What the run says of itself. */
    public static JsonNode conformance() {
        return written().conformance();
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
