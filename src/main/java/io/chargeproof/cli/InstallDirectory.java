package io.chargeproof.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the program's own files are, whatever the working directory. */
final class InstallDirectory {
    private InstallDirectory() {}

    /** A file or folder of the project; where the launcher didn't say where that is, one of the working directory. */
    static Path resolve(String name) {
        String home = System.getProperty("chargeproof.home");
        return home == null ? Path.of(name) : Path.of(home).resolve(name);
    }

    /** The folder of reports that an option names, or else {@link #reports()}. */
    static Path reports(@Nullable Path named) {
        return named == null ? reports() : named;
    }

    /**
     * Where runs are written if nothing else is said: beside the sources, wherever the program is called from; a release may
     * belong to others or be read-only, so there it is the working directory.
     */
    static Path reports() {
        return Files.exists(resolve("pom.xml")) ? resolve("reports") : Path.of("reports");
    }
}
