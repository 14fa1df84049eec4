package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.cli.LoopbackServer.Reply;
import io.chargeproof.cli.LoopbackServer.Request;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import io.chargeproof.sandbox.oioi.UserTestData;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets with faults, each of a kind of its own: the contract's, the environment's, the profile's. */
class FaultyTargetTest {
    @TempDir
    Path folder;

    @Test
    void a_defect_is_non_conforming_by_its_requirement() {
        Terminal terminal = run("--defect", "evc-create-answers-201", "--depth", "smoke");

        assertThat(terminal.code()).isEqualTo(1);
        assertThat(terminal.firstLine()).startsWith("non-conforming: ");
        assertThat(terminal.out())
                .contains(
                        "also:     EVC-HTTP-2 (MUST): ",
                        "expected by EVC-HTTP-2: HTTP 200, 400 or 403",
                        "actual:   HTTP 201")
                .contains("curl -sS -i -X POST 'http://127.0.0.1:");
        assertThat(written().byOutcome().get("violation")).contains("EVC-HTTP-2");
    }

    @Test
    void a_server_that_fails_always_is_non_conforming() {
        try (LoopbackServer server = LoopbackServer.answering(request -> Reply.json(500, "{}"))) {
            Terminal terminal = runAt(server.profile());

            assertThat(terminal.code()).isEqualTo(1);
            assertThat(terminal.out()).contains("also:     EVC-HTTP-2 (MUST): ", "VIOLATION OIOI-HTTP-4 (MUST): ");
        }
    }

    @Test
    void a_target_that_fails_on_what_is_known_to_be_good_is_non_conforming() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct());
                LoopbackServer server = before(
                        sandbox,
                        request -> request.method().equals("POST")
                                && request.path().endsWith("/customer")
                                && request.body().contains("object_id"),
                        Reply.json(500, "{}"))) {
            Terminal terminal = runAt(smoke(sandbox, server));

            assertThat(terminal.code()).isEqualTo(1);
            assertThat(terminal.out()).contains("also:     EVC-HTTP-2 (MUST): ");
        }
    }

    @Test
    void a_target_whose_control_has_a_code_that_nobody_knows_is_non_conforming() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct());
                LoopbackServer server = before(
                        sandbox,
                        request -> request.body().contains("user-get-details"),
                        Reply.json(200, "{\"result\": {\"code\": 999, \"message\": \"So be it.\"}}"))) {
            Terminal terminal = runAt(smoke(sandbox, server));

            assertThat(terminal.code()).isEqualTo(1);
            assertThat(terminal.out()).contains("VIOLATION OIOI-");
        }
    }

    @Test
    void a_read_that_the_environment_stood_against_leaves_what_needs_it_inconclusive() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct());
                LoopbackServer server =
                        before(sandbox, request -> request.body().contains("rfid"), Reply.json(429, "{}"))) {
            String profile = withoutRetries(sandbox, server);

            Terminal terminal = runAt(profile, "--tags", "@OIOI-GET-5");

            assertThat(terminal.code()).isEqualTo(3);
            assertThat(written().byOutcome().get("inconclusive")).contains("OIOI-GET-5");
            assertThat(written().byOutcome()).doesNotContainKeys("not-tested", "violation");
        }
    }

    @Test
    void what_the_environment_stood_against_isnt_decided_by_excusing_what_else_was_found() {
        String unanswered = UserTestData.secondary().evcoId();
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of("oioi-country-by-name"), List.of()));
                LoopbackServer server =
                        before(sandbox, request -> request.body().contains(unanswered), Reply.json(429, "{}"))) {
            String profile = withoutRetries(sandbox, server)
                    + "waivers: [{requirement: OIOI-GET-10, reason: names until release 14, until: 2999-12-31}]\n";

            Terminal terminal = runAt(profile, "--tags", "@OIOI-GET-5");

            assertThat(terminal.code()).isEqualTo(3);
            assertThat(written().byOutcome().get("inconclusive")).containsExactly("OIOI-GET-2", "OIOI-GET-5");
            assertThat(written().byOutcome().get("waived")).containsExactly("OIOI-GET-10");
        }
    }

    @Test
    void a_secret_in_an_answer_that_asks_to_come_again_is_given_away() {
        Terminal terminal = run("--defect", "oioi-key-in-503", "--tags", "@OIOI-KEY-3");

        assertThat(terminal.code()).isEqualTo(1);
        assertThat(terminal.out())
                .contains("VIOLATION OIOI-KEY-3 (MUST): ", " gives away the API key in the body (HTTP 503)\n");
        assertThat(written().byOutcome().get("violation")).containsExactly("OIOI-KEY-3");
    }

    @Test
    void a_secret_in_the_last_answer_that_there_was_is_given_away() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct());
                LoopbackServer server = before(
                        sandbox,
                        request -> request.body().contains("rfid"),
                        Reply.json(429, "{\"key\": \"" + UserTestData.API_KEY + "\"}"))) {
            String profile = withoutRetries(sandbox, server);

            Terminal terminal = runAt(profile, "--tags", "@OIOI-GET-5");

            assertThat(terminal.code()).isEqualTo(1);
            assertThat(written().byOutcome().get("violation")).containsExactly("OIOI-KEY-3");
            assertThat(written().byOutcome().get("inconclusive")).containsExactly("OIOI-GET-3", "OIOI-GET-5");
            assertThat(written().byOutcome()).doesNotContainKeys("harness-error");
        }
    }

    /** A sandbox, but for some requests. */
    private static LoopbackServer before(Sandbox sandbox, Predicate<Request> some, Reply answer) {
        Function<Request, Reply> others = LoopbackServer.passingTo(sandbox.baseUrl());
        return LoopbackServer.answering(request -> some.test(request) ? answer : others.apply(request));
    }

    /** The sandbox's profile for a server before it. */
    private static String at(Sandbox sandbox, LoopbackServer server) {
        return sandbox.profile()
                .replace(sandbox.baseUrl().toString(), server.address().toString());
    }

    private static String withoutRetries(Sandbox sandbox, LoopbackServer server) {
        return at(sandbox, server).replace("retries: 3", "retries: 0");
    }

    private static String smoke(Sandbox sandbox, LoopbackServer server) {
        return at(sandbox, server).replace("depth: full", "depth: smoke");
    }

    @Test
    void a_closed_port_leaves_everything_undecided() throws IOException {
        URI nowhere = closedPort();

        Terminal terminal = runAt(LoopbackServer.profile(nowhere));

        assertThat(terminal.code()).isEqualTo(3);
        assertThat(terminal.firstLine()).isEqualTo("incomplete: 10 of 73 MUSTs in scope (smoke depth), 0 decided");
        assertThat(terminal.out()).contains("""
                INCONCLUSIVE 10 requirements
                  the target at %1$s can't be reached: no answer (no connection)
                    all 5 requirements of EVC-net in scope
                  the target at %1$s/api/v4/request can't be reached: no answer (no connection)
                    all 5 requirements of OIOI in scope
                """.formatted(nowhere));
        assertThat(terminal.err()).isEqualTo("""
                no answer yet from %1$s; trying on
                no answer yet from %1$s/api/v4/request; trying on
                """.formatted(nowhere));
    }

    @Test
    void a_wrong_token_is_a_fault_of_the_profile() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            String profile = sandbox.profile().replaceFirst("token: \".*\"", "token: \"a-wrong-token\"");

            Terminal terminal = runAt(profile);

            assertThat(terminal)
                    .isEqualTo(new Terminal(
                            2,
                            "",
                            "chargeproof: every request with evc-net.token is refused by " + sandbox.baseUrl()
                                    + "; look at the token in the profile (4 requests, nothing was written)\n"));
        }
    }

    private static URI closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private Terminal runAt(String profile, String... options) {
        Path file = folder.resolve("target.yaml");
        try {
            Files.writeString(file, profile);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Stream<String> own = Stream.of("--custody", folder + "/custody", "--profile", file.toString());
        return run(Stream.concat(own, Stream.of(options)).toArray(String[]::new));
    }

    private Terminal run(String... options) {
        Stream<String> own = Stream.of("run", "--skip-html", "--reports", folder + "/reports");
        return Terminal.run(Stream.concat(own, Stream.of(options)).toArray(String[]::new));
    }

    private Written written() {
        return Written.latestIn(folder.resolve("reports"));
    }
}
