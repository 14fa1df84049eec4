package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The directory of all reports: a directory for each run, {@code latest}, and {@code history.jsonl}.
 *
 * @param root the directory
 */
public record ReportDirectory(Path root) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    static final String LATEST = "latest";

    /** What points to the newest report on traffic, which is no run against a target and so isn't the latest one. */
    static final String LATEST_JUDGED = "latest-judged";

    /** The directory of the newest run, where there is one. */
    public Optional<Path> latest() {
        return pointedTo(LATEST);
    }

    /** The directory that a pointer names, where there is one. */
    Optional<Path> pointedTo(String name) {
        Path latest = root.resolve(name);
        try {
            Path run = Files.isRegularFile(latest)
                    ? root.resolve(Files.readString(latest, UTF_8).strip())
                    : latest;
            return Files.isDirectory(run) ? Optional.of(run.toRealPath()) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The directories of all runs that have written their report, the newest first. */
    public List<Path> runs() {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(each ->
                            !Files.isSymbolicLink(each) && Files.isRegularFile(each.resolve("conformance.json")))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** A run's name: its time in UTC and the target's name, fit for every file system. */
    public static String nameOf(Instant started, String target) {
        String safe = target.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        String brief = safe.substring(0, Math.min(safe.length(), 60));
        return TIME.format(started) + "-" + (brief.isEmpty() ? "target" : brief);
    }

    /** A directory for what isn't finished yet, on the file system on which it will stay. */
    public Path unfinished() throws IOException {
        Files.createDirectories(root);
        return PrivateFolder.create(root.resolve(".unfinished-" + UUID.randomUUID()));
    }

    /** Gives what is finished its name, to be read by its owner alone, with a number behind it if another run has the name already. */
    public Path publish(Path unfinished, String name) throws IOException {
        PrivateFolder.close(unfinished);
        for (int number = 1; ; number++) {
            Path run = root.resolve(number == 1 ? name : name + "-" + number);
            if (Files.exists(run, NOFOLLOW_LINKS)) {
                continue;
            }
            try {
                return Files.move(unfinished, run, ATOMIC_MOVE);
            } catch (FileSystemException raced) {
                if (!Files.exists(run, NOFOLLOW_LINKS)) {
                    throw raced;
                }
            }
        }
    }

    /** Has a pointer name a directory. */
    void point(String name, Path run) throws IOException {
        Path pointer = root.resolve("." + name + "-" + UUID.randomUUID());
        try {
            Files.createSymbolicLink(pointer, run.getFileName());
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.writeString(pointer, run.getFileName() + "\n", UTF_8);
        }
        try {
            Files.move(pointer, root.resolve(name), ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException taken) {
            Files.deleteIfExists(pointer);
            throw new IOException(root.resolve(name) + " can't be replaced; remove it", taken);
        }
    }

    /** What is in the way of the next report, and what to do about it. */
    public Optional<String> obstacle() {
        Path latest = root.resolve(LATEST);
        if (Files.isDirectory(latest, NOFOLLOW_LINKS)) {
            return Optional.of(latest + " is a folder, where a link to the newest run goes; remove it");
        }
        Path history = root.resolve(History.FILE);
        if (Files.exists(history) && (!Files.isRegularFile(history) || !Files.isWritable(history))) {
            return Optional.of(history + " can't be written to; remove it");
        }
        return Optional.empty();
    }

    void appendToHistory(String line) throws IOException {
        Path history = root.resolve(History.FILE);
        PrivateFolder.createFile(history);
        Files.writeString(history, line, UTF_8, CREATE, APPEND);
    }

    /** Deletes a directory and all in it, if it is there. */
    public static void delete(Path directory) throws IOException {
        if (!Files.exists(directory, NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(directory)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }
}
