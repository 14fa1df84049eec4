package io.chargeproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The commit that the program is of: what a file {@code COMMIT} in its folder says, as a release has one, or else the
 * repository around it. It is read from the repository's files, as there may be no program for it.
 *
 * @param id the commit's hash
 * @param date when it was made, as in ISO 8601, or null where only the repository knows
 */
record SourceCommit(String id, @Nullable String date) {
    private static final String FORM = "[0-9a-f]{40}([0-9a-f]{24})?";
    private static final String REFERENCE = "ref: ";

    /** The commit of this program, where something says. */
    static Optional<SourceCommit> here() {
        return in(InstallDirectory.resolve(""));
    }

    /** The hash of this program's commit, or null where nothing says. */
    static @Nullable String idHere() {
        return here().map(SourceCommit::id).orElse(null);
    }

    /** The commit of what is in a folder. */
    static Optional<SourceCommit> in(Path folder) {
        return text(folder.resolve("COMMIT"))
                .flatMap(SourceCommit::released)
                .or(() -> repository(folder.resolve(".git"))
                        .flatMap(SourceCommit::head)
                        .map(id -> new SourceCommit(id, null)));
    }

    /** A hash, a blank and a date. */
    private static Optional<SourceCommit> released(String text) {
        String[] words = text.split(" ", 2);
        return words[0].matches(FORM)
                ? Optional.of(new SourceCommit(words[0], words.length > 1 ? words[1] : null))
                : Optional.empty();
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
