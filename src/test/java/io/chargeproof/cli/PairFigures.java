package io.chargeproof.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Has runs overlap on the same users, and prints what they come to. Not a test, since it takes long; the script
 * {@code figures} starts it.
 */
final class PairFigures {
    private static final String[] SCOPE = {
        "--depth",
        "standard",
        "--tags",
        "@OIOI-POST-5 or @OIOI-POST-6 or @OIOI-POST-14 or @OIOI-POST-18 or @OIOI-GET-18"
    };
    private static final long SEED = 20_261_128;

    private PairFigures() {}

    /** Arguments: how many pairs, and within how many milliseconds of the first the second begins. */
    public static void main(String[] arguments) throws Exception {
        Random random = new Random(SEED);
        Path folder = Files.createTempDirectory("pairs");
        boolean wrong = false;
        System.out.println("| second begins after s | exit codes | violations | users as before | said |");
        System.out.println("|---:|---|---|---|---|");
        for (int pair = 1; pair <= Integer.parseInt(arguments[0]); pair++) {
            Duration lag = Duration.ofMillis(random.nextLong(Long.parseLong(arguments[1])));
            PairOfRuns came = PairOfRuns.of(folder.resolve("pair-" + pair), lag, SCOPE);
            wrong |= !came.violations().isEmpty() || !came.usersAsBefore();
            System.out.printf(
                    "| %.2f | %d, %d | %s | %s | %s |%n",
                    lag.toMillis() / 1000.0,
                    came.first(),
                    came.second(),
                    came.violations().isEmpty() ? "none" : came.violations(),
                    came.usersAsBefore() ? "yes" : "NO",
                    came.said()
                            .lines()
                            .filter(line -> line.matches("chargeproof: .*|(conforming|incomplete|non-conforming): .*"))
                            .map(line -> line.length() > 110 ? line.substring(0, 110) + " …" : line)
                            .collect(Collectors.joining("; ")));
        }
        System.exit(wrong ? 1 : 0);
    }
}
