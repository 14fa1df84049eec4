package io.chargeproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.report.Json;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import io.chargeproof.traffic.OrdinaryClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that judge what passes at this moment, each in a process of its own that is told to stop. */
class LiveTrafficTest {
    private static final Pattern ADDRESS = Pattern.compile("Customer API at (http://127\\.0\\.0\\.1:\\d+)");
    private static final String TOKEN = "cpsandbox-5d0f4b7e9a1c4c62b8e37f20";

    @TempDir
    Path folder;

    /** How a command ended. */
    private record Ended(int code, String output) {}

    /** A command under way. */
    private record Live(Process process, Path output) {
        /** The address that it prints. */
        String address() throws IOException, InterruptedException {
            for (int time = 0; time < 600; time++) {
                Matcher address = ADDRESS.matcher(Files.readString(output, UTF_8));
                if (address.find() && Files.readString(output, UTF_8).contains("Ctrl-C")) {
                    return address.group(1);
                }
                Thread.sleep(100);
            }
            throw new IllegalStateException(Files.readString(output, UTF_8));
        }

        Ended stop() throws IOException, InterruptedException {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), Files.readString(output, UTF_8));
        }
    }

    private Live start(String... arguments) throws IOException {
        Path output = folder.resolve("output.txt");
        List<String> all = new ArrayList<>(List.of(arguments));
        return new Live(OwnProcess.start(output, all), output);
    }

    private Path reports() {
        return folder.resolve("reports");
    }

    @Test
    void the_proxy_shows_findings_at_once_and_ends_with_the_verdict_the_recording_and_the_report() throws Exception {
        Path recording = folder.resolve("session.jsonl");
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of("evc-create-answers-201"), List.of()))) {
            Path profile = Files.writeString(folder.resolve("sandbox.yaml"), sandbox.profile(), UTF_8);
            Live proxy = start(
                    "proxy",
                    "--profile",
                    profile.toString(),
                    "--record",
                    recording.toString(),
                    "--skip-html",
                    "--reports",
                    reports().toString());
            String address = proxy.address();
            OrdinaryClient.calls(sandbox.profile().replace(sandbox.baseUrl().toString(), address));
            Ended ended = proxy.stop();

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.output())
                    .contains(
                            "  violation of the provider: EVC-HTTP-2: ",
                            "non-conforming: ",
                            "VIOLATION EVC-HTTP-2 (MUST)",
                            "the proxy's traffic, exchange 1",
                            "Report: ")
                    .doesNotContain(TOKEN, "violation of the client");
        }
        String recorded = Files.readString(recording, UTF_8);
        assertThat(recorded.lines()).hasSize(18);
        assertThat(recorded).doesNotContain(TOKEN).contains("${EVC_NET_TOKEN}");
        Terminal judged = Terminal.run(
                "judge",
                recording.toString(),
                "--skip-html",
                "--reports",
                reports().toString());
        assertThat(judged.code()).isEqualTo(1);
        assertThat(judged.out()).contains("VIOLATION EVC-HTTP-2 (MUST)");
    }

    @Test
    void the_sandbox_judges_who_calls_it() throws Exception {
        Live sandbox = start(
                "sandbox",
                "--judge-clients",
                reports().toString(),
                "--profile-out",
                folder.resolve("sandbox.yaml").toString());
        String address = sandbox.address();
        String profile = Files.readString(folder.resolve("sandbox.yaml"), UTF_8);
        assertThat(profile).contains(address);
        OrdinaryClient.calls(profile);
        Ended ended = sandbox.stop();

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.output())
                .contains("note: the client is incomplete: ")
                .doesNotContain("note: the provider", "VIOLATION");
        assertThat(Json.MAPPER
                        .readTree(Files.readString(reports().resolve("latest-judged/conformance.json"), UTF_8))
                        .path("scope")
                        .path("side")
                        .asString())
                .isEqualTo("client");
    }

    @Test
    void says_that_nothing_was_judged_where_nobody_called() throws Exception {
        Live sandbox = start("sandbox", "--judge-clients", reports().toString());
        String unused = sandbox.address();
        Ended ended = sandbox.stop();

        assertThat(unused).startsWith("http");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output())
                .contains("chargeproof: nothing was judged: of 0 requests none was one to the APIs; give the client the"
                        + " addresses that were printed");
    }

    @Test
    void the_proxy_keeps_to_the_rules_of_the_guard() throws IOException {
        Path profile = Files.writeString(folder.resolve("public.yaml"), """
                name: public
                kind: acceptance
                evc-net: {base-url: "https://evc-a.evc-net.com", token: "${PATH}"}
                """, UTF_8);

        Terminal refused = Terminal.run("proxy", "--profile", profile.toString());

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("nothing was sent: evc-a.evc-net.com is a public host", "--allow-host");
        assertThat(Terminal.run("proxy", "--profile", profile.toString(), "--port", "70000")
                        .err())
                .contains("--port takes a number from 1 to 65535, not 70000");
    }
}
