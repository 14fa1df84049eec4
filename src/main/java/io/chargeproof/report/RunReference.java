package io.chargeproof.report;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run as a person names it: {@code latest}, {@code latest-judged}, its ID, its directory, or a {@code conformance.json}.
 *
 * @param name what was written
 * @param reports where runs are looked for
 */
public record RunReference(String name, Path reports) {
    private static final String FILE = "conformance.json";

    /**
     * The run's {@code conformance.json}.
     *
     * @throws UnreadableRun if there is none
     */
    public Path conformance() {
        if (name.equals(ReportDirectory.LATEST) || name.equals(ReportDirectory.LATEST_JUDGED)) {
            return new ReportDirectory(reports)
                    .pointedTo(name)
                    .map(run -> run.resolve(FILE))
                    .filter(Files::isRegularFile)
                    .orElseThrow(() -> new UnreadableRun("there is no " + name.replace('-', ' ') + " run in " + reports
                            + "; run something first, or name another folder with --reports"));
        }
        return Stream.of(file(), file().resolve(FILE), beside(name), byId())
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new UnreadableRun("there is no run '" + name + "' in " + reports
                        + "; name its folder, its ID, its conformance.json, or 'latest'"));
    }

    private Path file() {
        try {
            return Path.of(name);
        } catch (InvalidPathException noPath) {
            return Path.of(FILE, FILE);
        }
    }

    private Path beside(String directory) {
        try {
            return reports.resolve(directory).resolve(FILE);
        } catch (InvalidPathException noPath) {
            return Path.of(FILE, FILE);
        }
    }

    private Path byId() {
        Optional<String> directory = History.in(reports).runs().stream()
                .filter(run -> run.id().equals(name))
                .map(RunOutline::directory)
                .reduce((one, later) -> later);
        return beside(directory.orElse(name));
    }
}
