package io.chargeproof.cli;

import io.chargeproof.cli.Wayside.Deed;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Runs over a network that answers 503 to one request in ten and resets one in twenty, half of those too late. */
final class BadNetwork {
    private static final int REFUSED_PERCENT = 10;
    private static final int RESET_PERCENT = 5;

    private BadNetwork() {}

    /** What a run at depth standard comes to; everything is drawn from the seed. */
    static Written run(Path folder, long seed, List<String> defects) throws IOException {
        Random random = new Random(seed);
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, defects, List.of()));
                Wayside wayside = new Wayside(sandbox.baseUrl(), (head, body) -> drawn(random))) {
            String text = sandbox.profile()
                    .replace(sandbox.baseUrl().toString(), wayside.address().toString());
            Path profile = Files.writeString(folder.resolve("profile.yaml"), text);
            Path reports = folder.resolve("reports");
            Terminal.run(
                    "run",
                    "--profile",
                    profile.toString(),
                    "--custody",
                    folder + "/custody",
                    "--depth",
                    "standard",
                    "--seed",
                    String.valueOf(seed),
                    "--reports",
                    reports.toString(),
                    "--skip-html");
            return Written.latestIn(reports);
        }
    }

    /** The IDs of the MUSTs that have an outcome. */
    static List<String> musts(Written report, String outcome) {
        return report.requirements().stream()
                .filter(each -> each.path("outcome").asString().equals(outcome))
                .filter(each -> each.path("level").asString().equals("MUST"))
                .map(each -> each.path("id").asString())
                .toList();
    }

    private static synchronized Deed drawn(Random random) {
        int percent = random.nextInt(100);
        if (percent < REFUSED_PERCENT) {
            return Deed.REFUSE;
        }
        if (percent < REFUSED_PERCENT + RESET_PERCENT) {
            return random.nextBoolean() ? Deed.RESET : Deed.LOSE_ANSWER;
        }
        return Deed.PASS;
    }
}
