package io.chargeproof.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Releases that were unpacked, each by its content, so that each is unpacked once.
 *
 * @param cache the folder in which they are
 */
record Unpacked(Path cache) {
    /** The folder with the content of a zip. */
    Path folder(Path zip) {
        try {
            Path folder = cache.resolve(digest(zip));
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(cache);
                Path beside = Files.createTempDirectory(cache, "unpacking");
                unpack(zip, beside);
                settle(beside, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Chargeproof's release " + zip + " can't be unpacked in " + cache + ": " + e.getMessage(), e);
        }
    }

    // Only what is whole gets its name; where another process was faster, its copy is as good.
    private static void settle(Path beside, Path folder) throws IOException {
        try {
            Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(beside);
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void unpack(Path zip, Path into) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) {
                    throw new IOException("its entry " + entry.getName() + " would leave the folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(entries, file);
                    allowExecution(file);
                }
            }
        }
    }

    private static void allowExecution(Path file) throws IOException {
        if (file.endsWith("chargeproof") && !file.toFile().setExecutable(true)) {
            throw new IOException(file + " can't be made executable");
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), sha256)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha256.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each JVM has SHA-256", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
