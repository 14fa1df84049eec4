package io.chargeproof.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** The jars that the program consists of: a Java that misses one would only say so when it comes to need it. */
final class Installation {
    private static final String CURE =
            ": delete target/chargeproof.jar, which is then built anew, or unpack the release again";
    private static final int LEAST = 22;
    private static final int END_OF_DIRECTORY = 0x504b0506;

    private Installation() {}

    /** A sentence on the first jar that is missing or cut off, or null. */
    static @Nullable String missing() {
        try {
            Path own = Path.of(EntryPoint.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return own.toString().endsWith(".jar") ? missing(own) : null;
        } catch (Exception unreadable) {
            return "its own jar can't be read".concat(CURE);
        }
    }

    private static @Nullable String missing(Path own) throws IOException {
        try (JarFile jar = new JarFile(own.toFile())) {
            Manifest manifest = jar.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String each : named == null ? new String[0] : named.strip().split(" +", -1)) {
                Path library = own.resolveSibling(each);
                if (!each.isEmpty() && !isWhole(library)) {
                    return library.toString().concat(" is missing or damaged").concat(CURE);
                }
            }
            return null;
        }
    }

    /** Whether a file ends as a jar does; one that was cut off doesn't. */
    private static boolean isWhole(Path library) {
        try (RandomAccessFile file = new RandomAccessFile(library.toFile(), "r")) {
            if (file.length() < LEAST) {
                return false;
            }
            file.seek(file.length() - LEAST);
            return file.readInt() == END_OF_DIRECTORY || hasComment(library);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean hasComment(Path library) throws IOException {
        try (JarFile whole = new JarFile(library.toFile())) {
            return whole.size() > 0;
        }
    }
}
