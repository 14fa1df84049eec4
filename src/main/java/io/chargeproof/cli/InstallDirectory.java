package io.chargeproof.cli;

import java.nio.file.Path;

/** Where the program's own files are, whatever the working directory. */
final class InstallDirectory {
    private InstallDirectory() {}

    /** A file or folder of the project; where the launcher didn't say where that is, one of the working directory. */
    static Path resolve(String name) {
        String home = System.getProperty("chargeproof.home");
        return home == null ? Path.of(name) : Path.of(home).resolve(name);
    }
}
