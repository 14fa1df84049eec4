package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.cli.Wayside.Deed;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole runs over a network that answers 503 to one request in ten and resets one in twenty, half of those too late. */
class FaultyNetworkTest {
    private static final int REFUSED_PERCENT = 10;
    private static final int RESET_PERCENT = 5;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1})
    void is_never_taken_for_a_fault_of_the_target(long seed) throws Exception {
        JsonNode report = reportOfRun(seed, List.of());

        assertThat(ids(report, "violation")).isEmpty();
        assertThat(ids(report, "harness-error")).isEmpty();
        assertThat(report.path("leftovers").size()).isZero();
        boolean open = Stream.of("inconclusive", "not-tested")
                .anyMatch(outcome -> !musts(report, outcome).isEmpty());
        assertThat(report.path("verdict").asString()).isEqualTo(open ? "incomplete" : "conforming");
        assertThat(report.path("exit-code").asInt()).isEqualTo(open ? 3 : 0);
    }

    @ParameterizedTest
    @CsvSource("5, oioi-token-not-checked, OIOI-AUTH-2")
    void hides_no_fault_of_the_target(long seed, String defect, String requirement) throws Exception {
        JsonNode report = reportOfRun(seed, List.of(defect));

        assertThat(report.path("verdict").asString()).isEqualTo("non-conforming");
        assertThat(ids(report, "violation")).contains(requirement);
    }

    private JsonNode reportOfRun(long seed, List<String> defects) throws IOException {
        Random random = new Random(seed);
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, defects, List.of()));
                Wayside wayside = new Wayside(sandbox.baseUrl(), (head, body) -> drawn(random))) {
            Path profile = Files.writeString(
                    folder.resolve("profile.yaml"),
                    sandbox.profile()
                            .replace(
                                    sandbox.baseUrl().toString(),
                                    wayside.address().toString()));
            Path reports = folder.resolve("reports");
            Main.execute(
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
            return JsonMapper.shared().readTree(Files.readString(reports.resolve("latest/conformance.json")));
        }
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

    private static List<String> musts(JsonNode report, String outcome) {
        return with(report, outcome)
                .filter(each -> each.path("level").asString().equals("MUST"))
                .map(each -> each.path("id").asString())
                .toList();
    }

    private static List<String> ids(JsonNode report, String outcome) {
        return with(report, outcome).map(each -> each.path("id").asString()).toList();
    }

    private static Stream<JsonNode> with(JsonNode report, String outcome) {
        return report.path("requirements")
                .valueStream()
                .filter(each -> each.path("outcome").asString().equals(outcome));
    }
}
