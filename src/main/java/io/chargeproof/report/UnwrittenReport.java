package io.chargeproof.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what of a report couldn't be written; the verdict is known all the same. */
public final class UnwrittenReport extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    private final @Nullable String directory;

    UnwrittenReport(Path reports, @Nullable Path directory, List<IOException> failures) {
        super(message(reports, failures), failures.get(0));
        this.directory = directory == null ? null : directory.toString();
    }

    private static String message(Path reports, List<IOException> failures) {
        List<String> words = failures.stream()
                .map(failure -> String.valueOf(failure.getMessage()).replaceAll("\\s+", " "))
                .toList();
        return "the report couldn't be written to " + reports + ": " + String.join("; ", words);
    }

    /** The run's directory with what could be written, if there is one. */
    public Optional<Path> directory() {
        return Optional.ofNullable(directory).map(Path::of);
    }

    /** Whether the place is to blame, and not the program. */
    public boolean isOfThePlace() {
        Throwable origin = getCause() == null ? null : getCause().getCause();
        return origin == null || origin instanceof IOException || origin instanceof UncheckedIOException;
    }
}
