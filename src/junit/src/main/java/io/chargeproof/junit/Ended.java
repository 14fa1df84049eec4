package io.chargeproof.junit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param code its exit code
 * @param out what it wrote to its standard output
 * @param err what it wrote to its standard error
 */
record Ended(int code, String out, String err) {
    private static final String WHERE = "Report: ";

    /** The folder with its report, where it wrote one. */
    Optional<Path> report() {
        return out.lines()
                .filter(line -> line.startsWith(WHERE))
                .map(line -> Path.of(line.substring(WHERE.length())).toAbsolutePath())
                .findFirst();
    }

    /** What it says of itself where there is no report: the end of its standard error, where refusals are, or of all. */
    String complaint() {
        String said = err.isBlank() ? out : err;
        String[] lines = said.strip().split("\\R");
        int from = Math.max(0, lines.length - 10);
        return String.join("\n", List.of(lines).subList(from, lines.length));
    }
}
