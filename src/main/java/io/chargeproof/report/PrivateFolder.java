package io.chargeproof.report;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** Folders and files that their owner alone reads, as answers of a target are personal; on systems that know such modes. */
public final class PrivateFolder {
    private static final boolean MODES =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";

    private PrivateFolder() {}

    /** Makes a folder that isn't there yet. */
    static Path create(Path folder) throws IOException {
        return Files.createDirectory(folder, mode(FOLDER));
    }

    /** Makes an empty file where there is none; what there is becomes private too. */
    public static void createFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, mode(FILE));
        } else if (MODES && Files.isRegularFile(file)) {
            set(file, FILE);
        }
    }

    /** Makes everything in a folder private, whoever wrote it there; links are left alone. */
    static void close(Path folder) throws IOException {
        if (!MODES) {
            return;
        }
        List<Path> all;
        try (Stream<Path> tree = Files.walk(folder)) {
            all = tree.toList();
        }
        for (Path each : all) {
            if (!Files.isSymbolicLink(each)) {
                set(each, Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) ? FOLDER : FILE);
            }
        }
    }

    private static void set(Path path, String permissions) {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        } catch (IOException notOnThisDisk) {
            // A disk that keeps no modes has those that it was mounted with.
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return MODES
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
