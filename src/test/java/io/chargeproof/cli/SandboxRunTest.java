package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The program as a newcomer starts it: everything, against the built-in sandbox. */
class SandboxRunTest {
    /** May only go down. */
    private static final int MOST_AT_DEPTH_SMOKE = 19;

    @TempDir
    Path folder;

    @Test
    void conforms() {
        assertThat(SandboxRun.terminal().code()).isZero();
        assertThat(SandboxRun.terminal().firstLine()).isEqualTo("conforming: 73 of 73 MUSTs in scope, 73 decided");
    }

    @Test
    void comes_to_a_conclusion_on_each_requirement() {
        List<JsonNode> requirements = SandboxRun.written().requirements();

        assertThat(requirements).hasSize(131).allSatisfy(each -> {
            boolean open = each.path("level").asString().equals("OBSERVE");
            assertThat(each.path("outcome").asString()).isEqualTo(open ? "observation" : "conforms");
            assertThat(!open || !each.path("observations").isEmpty())
                    .as("%s without an observation", each.path("id"))
                    .isTrue();
        });
    }

    @Test
    void tries_a_thousand_requests_and_meets_no_server_error() {
        List<JsonNode> codes = Stream.of("evc-net", "oioi")
                .flatMap(api -> SandboxRun.written().codes(api).stream())
                .toList();

        assertThat(codes.stream().mapToInt(each -> each.path("count").asInt()).sum())
                .isGreaterThan(1000);
        assertThat(codes)
                .allSatisfy(each -> assertThat(each.path("status").asInt()).isBetween(200, 499));
    }

    @Test
    void is_a_matter_of_a_few_requests_at_depth_smoke() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct());
                LoopbackServer between = LoopbackServer.before(sandbox.baseUrl())) {
            String profile = sandbox.profile()
                    .replace(sandbox.baseUrl().toString(), between.address().toString());
            Path file = Files.writeString(folder.resolve("sandbox.yaml"), profile);

            Terminal terminal = Terminal.run(
                    "run",
                    "--profile",
                    file.toString(),
                    "--depth",
                    "smoke",
                    "--skip-html",
                    "--custody",
                    folder.resolve("custody").toString(),
                    "--reports",
                    folder.resolve("reports").toString());

            assertThat(terminal.code()).isZero();
            assertThat(between.received()).hasSizeLessThanOrEqualTo(MOST_AT_DEPTH_SMOKE);
        }
    }
}
