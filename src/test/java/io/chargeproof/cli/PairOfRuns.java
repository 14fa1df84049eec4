package io.chargeproof.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Two runs on the users of one sandbox, each with a custody folder of its own, as two runners of a CI have them.
 *
 * @param first the exit code of the run that began first
 * @param second that of the other
 * @param violations the requirements that either found broken
 * @param usersAsBefore whether all users are as before when both have ended
 * @param said what both said
 */
record PairOfRuns(int first, int second, List<String> violations, boolean usersAsBefore, String said) {
    /** Has the second begin so long after the first. */
    static PairOfRuns of(Path folder, Duration lag, String... scope) throws IOException {
        Files.createDirectories(folder);
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (LeftBehind left = new LeftBehind(folder)) {
            List<String> before = left.users();
            Path profile = left.acceptance();
            PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
            System.setOut(both);
            System.setErr(both);
            CompletableFuture<Integer> first = begin(folder.resolve("first"), profile, Duration.ZERO, scope);
            CompletableFuture<Integer> second = begin(folder.resolve("second"), profile, lag, scope);
            int firstCode = first.join();
            int secondCode = second.join();
            return new PairOfRuns(
                    firstCode,
                    secondCode,
                    Stream.of("first", "second")
                            .flatMap(run -> violations(folder.resolve(run)))
                            .distinct()
                            .toList(),
                    left.users().equals(before),
                    said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static CompletableFuture<Integer> begin(Path folder, Path profile, Duration lag, String... scope) {
        List<String> arguments = List.of(
                "run",
                "--profile",
                profile.toString(),
                "--skip-html",
                "--threads",
                "2",
                "--reports",
                folder.resolve("reports").toString(),
                "--custody",
                folder.resolve("custody").toString());
        String[] all = Stream.concat(arguments.stream(), Stream.of(scope)).toArray(String[]::new);
        return CompletableFuture.supplyAsync(
                () -> Main.execute(all),
                CompletableFuture.delayedExecutor(
                        lag.toMillis(),
                        TimeUnit.MILLISECONDS,
                        command -> Executors.defaultThreadFactory()
                                .newThread(command)
                                .start()));
    }

    private static Stream<String> violations(Path folder) {
        Path latest = folder.resolve("reports").resolve("latest");
        if (!Files.exists(latest)) {
            return Stream.empty();
        }
        try {
            return Files.exists(latest.resolve("conformance.json"))
                    ? Written.latestIn(folder.resolve("reports"))
                            .byOutcome()
                            .getOrDefault("violation", List.of())
                            .stream()
                    : Stream.empty();
        } catch (UncheckedIOException e) {
            throw new IllegalStateException("no report in " + folder, e);
        }
    }
}
