package io.chargeproof.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints what runs over a bad network come to, without a defect and with one of each of these. Not a test, since it takes
 * half an hour; the script {@code figures} starts it.
 */
final class NetworkFigures {
    /** Each breaks a MUST; some look like faults of the network. */
    private static final List<String> DEFECTS = List.of(
            "evc-create-answers-201",
            "evc-update-answers-204",
            "evc-create-answers-nothing",
            "evc-answers-called-html",
            "evc-wrong-bearer-taken",
            "evc-token-not-checked-on-put",
            "evc-no-token-needed-on-post",
            "evc-token-in-403",
            "evc-unknown-card-gets-a-page",
            "evc-create-cut-off",
            "evc-every-tenth-request-500",
            "evc-attach-answers-201",
            "evc-token-by-its-start",
            "evc-malformed-body-gets-a-page",
            "evc-stranger-sent-to-login",
            "oioi-token-not-checked",
            "oioi-unknown-user-503",
            "oioi-unknown-rfid-502",
            "oioi-wrong-token-500",
            "oioi-post-answer-cut",
            "oioi-post-reaches-everybody",
            "oioi-code-missing-on-post",
            "oioi-any-key-taken",
            "oioi-token-in-reason",
            "oioi-malformed-500",
            "oioi-other-token-decides",
            "oioi-get-without-user",
            "oioi-phone-is-a-number",
            "oioi-city-not-stored",
            "oioi-post-stored-one-late");

    private final Path folder;
    private final Map<String, Integer> verdicts = new TreeMap<>();
    private boolean wrong;

    private NetworkFigures(Path folder) {
        this.folder = folder;
    }

    /** Arguments: the first and the last seed; each serves for a run of each kind. */
    public static void main(String[] arguments) throws Exception {
        NetworkFigures figures = new NetworkFigures(Files.createTempDirectory("network"));
        int first = Integer.parseInt(arguments[0]);
        int last = Integer.parseInt(arguments[1]);
        System.out.println("| seed | defect | verdict | violations | open MUSTs | as it should be |");
        System.out.println("|---:|---|---|---|---|---|");
        for (int seed = first; seed <= last; seed++) {
            figures.run(seed, List.of());
        }
        for (int seed = first; seed <= last; seed++) {
            figures.run(seed, List.of(DEFECTS.get((seed - 1) % DEFECTS.size())));
        }
        System.out.println("\n" + figures.verdicts);
        System.exit(figures.wrong ? 1 : 0);
    }

    private void run(long seed, List<String> defects) throws Exception {
        Path own = Files.createDirectory(folder.resolve(seed + String.join("", defects)));
        Written report = BadNetwork.run(own, seed, defects);
        String verdict = report.conformance().path("verdict").asString();
        List<String> violations = report.byOutcome().getOrDefault("violation", List.of());
        List<String> open = open(report);
        boolean right = defects.isEmpty()
                ? violations.isEmpty() && verdict.equals(open.isEmpty() ? "conforming" : "incomplete")
                : verdict.equals("non-conforming");
        wrong |= !right;
        verdicts.merge((defects.isEmpty() ? "without a defect: " : "with one: ") + verdict, 1, Integer::sum);
        System.out.printf(
                "| %d | %s | %s | %s | %s | %s |%n",
                seed, String.join("", defects), verdict, violations, open, right ? "yes" : "NO");
    }

    private static List<String> open(Written report) {
        return List.of("inconclusive", "not-tested", "harness-error").stream()
                .flatMap(outcome -> BadNetwork.musts(report, outcome).stream())
                .toList();
    }
}
