package io.chargeproof.cli;

import io.chargeproof.cli.Wayside.Deed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills runs at random moments, has them put back, and prints what is left. Not a test, since it takes a quarter of an
 * hour; the script {@code figures} starts it.
 */
final class KillFigures {
    private static final String[] SCOPE = {"--depth", "standard"};
    private static final long SEED = 20_260_301;

    private final Random random = new Random(SEED);
    private final Path folder;
    private boolean wrong;

    private KillFigures(Path folder) {
        this.folder = folder;
    }

    /** Arguments: how many runs to kill. */
    public static void main(String[] arguments) throws Exception {
        KillFigures figures = new KillFigures(Files.createTempDirectory("kills"));
        Duration whole = figures.whole();
        System.out.printf("A whole run takes %.1f s.%n%n", whole.toMillis() / 1000.0);
        System.out.println("| killed after s | changed users before | customers created | restore | users as before |"
                + " customers in the ledger |");
        System.out.println("|---:|---|---:|---:|---|---|");
        for (int run = 1; run <= Integer.parseInt(arguments[0]); run++) {
            figures.kill(run, whole);
        }
        System.exit(figures.wrong ? 1 : 0);
    }

    private Duration whole() throws Exception {
        try (LeftBehind left = new LeftBehind(Files.createDirectory(folder.resolve("whole")));
                Wayside wayside = left.wayside((head, body) -> Deed.PASS)) {
            long begin = System.nanoTime();
            left.start(left.profile(wayside), SCOPE).waitFor();
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    }

    private void kill(int run, Duration whole) throws Exception {
        try (LeftBehind left = new LeftBehind(Files.createDirectory(folder.resolve("run-" + run)));
                Wayside wayside = left.wayside((head, body) -> Deed.PASS)) {
            List<String> before = left.users();
            long moment = random.nextLong(whole.toMillis());
            Process process = left.start(left.profile(wayside), SCOPE);
            boolean ended = process.waitFor(moment, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            wayside.settle();
            boolean changed = !left.users().equals(before);
            int restored = left.restore();
            boolean same = left.users().equals(before);
            boolean listed = left.listed().containsAll(wayside.created());
            wrong |= restored != 0 || !same || !listed;
            System.out.printf(
                    "| %.1f%s | %s | %d | exit %d | %s | %s |%n",
                    moment / 1000.0,
                    ended ? " (at its end)" : "",
                    changed ? "yes" : "no",
                    wayside.created().size(),
                    restored,
                    same ? "yes" : "NO",
                    listed ? "all" : "NOT ALL");
        }
    }
}
