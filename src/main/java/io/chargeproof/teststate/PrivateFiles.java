package io.chargeproof.teststate;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder of files that only their owner reads, and that are on the disk when a call returns. */
final class PrivateFiles {
    private final Path folder;

    PrivateFiles(Path folder) {
        this.folder = folder;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** Makes the folder where it isn't there. */
    void prepare() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, mode("rwx------"));
                create(path(".gitignore"));
                append(path(".gitignore"), "*\n");
            }
        } catch (IOException e) {
            throw fault(folder, "made", e);
        }
    }

    /** Makes an empty file where there is none. */
    void create(Path file) {
        try {
            Files.createFile(file, mode("rw-------"));
        } catch (FileAlreadyExistsException there) {
            // As good.
        } catch (IOException e) {
            throw fault(file, "made", e);
        }
    }

    /** Adds to a file and waits until the disk has it. A stream, since an interrupt would close a channel. */
    void append(Path file, String text) {
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        } catch (IOException e) {
            throw fault(file, "written", e);
        }
    }

    /** Makes a file's content this, at once. */
    void replace(Path file, String text) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        delete(draft);
        create(draft);
        append(draft, text);
        try {
            Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw fault(file, "written", e);
        }
    }

    /** Has the disk know which files there are. */
    void syncFolder() {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // Windows doesn't open folders, and needs no such thing.
        }
    }

    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw fault(file, "deleted", e);
        }
    }

    /** The files whose names end so, by name. */
    List<Path> files(String ending) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + ending)) {
            all.forEach(found::add);
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw fault(folder, "read", e);
        }
        found.sort(null);
        return found;
    }

    /** The JSON lines of a file. A last line that was cut off was never acted upon, so it is left out. */
    List<JsonNode> lines(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw fault(file, "read", e);
        }
        List<JsonNode> lines = new ArrayList<>();
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        whole.lines().forEach(line -> lines.add(parsed(file, lines.size() + 1, line)));
        return lines;
    }

    private static JsonNode parsed(Path file, int number, String line) {
        try {
            return JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
            throw new TestStateException(
                    file + ":" + number + " isn't JSON; repair the line, or move the file away if you know"
                            + " that nothing has to be put back",
                    e);
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        boolean posix = java.nio.file.FileSystems.getDefault()
                .supportedFileAttributeViews()
                .contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static TestStateException fault(Path file, String what, IOException e) {
        return new TestStateException(
                file + " can't be " + what + " (" + e.getClass().getSimpleName()
                        + "); name another folder with --custody",
                e);
    }
}
