package io.chargeproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The commit that the program is of: what a file {@code COMMIT} in its folder says, as a release may have one, or else the
 * repository around it. It is read from the repository's files, as there may be no program for it.
 */
final class SourceCommit {
    private static final String FORM = "[0-9a-f]{40}([0-9a-f]{24})?";
    private static final String REFERENCE = "ref: ";

    private SourceCommit() {}

    /** The commit of this program, or null where nothing says. */
    static @Nullable String here() {
        return in(InstallDirectory.resolve("")).orElse(null);
    }

    /** The commit of what is in a folder. */
    static Optional<String> in(Path folder) {
        return text(folder.resolve("COMMIT"))
                .filter(text -> text.matches(FORM))
                .or(() -> repository(folder.resolve(".git")).flatMap(SourceCommit::head));
    }

    /** The folder of the repository's files; a work tree beside it names its own in a file. */
    private static Optional<Path> repository(Path git) {
        return Files.isDirectory(git)
                ? Optional.of(git)
                : text(git)
                        .filter(text -> text.startsWith("gitdir: "))
                        .map(text -> git.resolveSibling(text.substring("gitdir: ".length())));
    }

    private static Optional<String> head(Path repository) {
        Optional<String> head = text(repository.resolve("HEAD"));
        return head.filter(text -> text.startsWith(REFERENCE))
                .map(text -> text.substring(REFERENCE.length()))
                .flatMap(reference -> Stream.of(
                                repository,
                                text(repository.resolve("commondir"))
                                        .map(repository::resolve)
                                        .orElse(repository))
                        .flatMap(place -> resolved(place, reference).stream())
                        .findFirst())
                .or(() -> head)
                .filter(text -> text.matches(FORM));
    }

    private static Optional<String> resolved(Path repository, String reference) {
        return text(repository.resolve(reference))
                .or(() -> text(repository.resolve("packed-refs"))
                        .flatMap(packed -> packed.lines()
                                .filter(line -> line.endsWith(" " + reference))
                                .map(line -> line.substring(0, line.indexOf(' ')))
                                .findFirst()));
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file, UTF_8).strip())
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
