package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.cli.LoopbackServer.Reply;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody else answers at the target's address: that is no fault of the target, and no customer came of it. */
class StrangerTest {
    private static final String LOGIN =
            "<!doctype html><html><head><title>Sign in\n\u001b[31m to \"Example\"</title></head><body>Log in</body></html>";
    private static final String IN_BETWEEN =
            ", and whether a login, a maintenance page, a portal or a firewall stands in between";

    @TempDir
    Path folder;

    static Stream<Arguments> strangers() {
        Map<String, String> elsewhere = Map.of("Location", "https://login.example.com/in?token=4711");
        return Stream.of(
                Arguments.of(
                        "a login page",
                        new Reply(200, "text/html; charset=utf-8", LOGIN),
                        "HTTP 200, text/html, \"Sign in [31m to 'Example'\"",
                        "4 requests, nothing was written"),
                Arguments.of(
                        "a login elsewhere",
                        new Reply(302, "text/html", "", elsewhere),
                        "HTTP 302, to https://login.example.com/in",
                        "4 requests, nothing was written"),
                Arguments.of(
                        "a firewall",
                        new Reply(403, "text/html", "<h1>Request blocked</h1>"),
                        "HTTP 403, text/html, \"Request blocked\"",
                        "4 requests, nothing was written"),
                Arguments.of(
                        "a web site",
                        new Reply(404, "text/html", "<h1>Not found</h1>"),
                        "HTTP 404, text/html, \"Not found\"",
                        "4 requests, nothing was written"),
                Arguments.of(
                        "an API that doesn't know the address",
                        Reply.json(404, "{\"message\":\"Not Found\"}"),
                        "HTTP 404, {\"message\":\"Not Found\"}",
                        "4 requests, nothing was written"),
                Arguments.of(
                        "a store of files",
                        new Reply(
                                405,
                                "application/xml",
                                "<?xml version='1.0'?><Error><Code>MethodNotAllowed</Code></Error>"),
                        "HTTP 405, application/xml, \"MethodNotAllowed\"",
                        "4 requests, nothing was written"),
                Arguments.of(
                        "a maintenance page",
                        new Reply(500, "text/html", "<p>We are back <b>soon</b></p>"),
                        "HTTP 500, text/html, \"We are back soon\"",
                        "a complete create got the like"),
                Arguments.of(
                        "a gateway",
                        Reply.json(400, "{\"error\":\"unknown host\"}"),
                        "HTTP 400, {\"error\":\"unknown host\"}",
                        "a complete create got the like"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangers")
    void a_run_ends_before_any_scenario(String who, Reply reply, String came, String sent) throws IOException {
        try (LoopbackServer stranger = LoopbackServer.answering(request -> reply)) {
            Terminal terminal =
                    command("run", customersOf(stranger.profile()), "--skip-html", "--reports", folder + "/r");

            assertThat(terminal)
                    .isEqualTo(new Terminal(
                            2,
                            "",
                            "chargeproof: what answers at " + stranger.address() + " isn't the Customer API: " + came
                                    + "; look at evc-net.base-url in the profile" + IN_BETWEEN + " (" + sent + ")\n"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangers")
    void a_run_that_is_about_users_ends_so_too(String who, Reply reply, String came, String sent) throws IOException {
        try (LoopbackServer stranger = LoopbackServer.answering(request -> reply)) {
            Terminal terminal = command("run", usersOf(stranger.profile()), "--skip-html", "--reports", folder + "/r");

            assertThat(terminal)
                    .isEqualTo(new Terminal(
                            2,
                            "",
                            "chargeproof: what answers at " + stranger.address() + "/api/v4/request isn't OIOI: " + came
                                    + "; look at oioi.endpoint in the profile" + IN_BETWEEN
                                    + " (3 requests, nothing was written)\n"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangers")
    void the_check_up_accepts_no_token_of_it(String who, Reply reply, String came, String sent) throws IOException {
        try (LoopbackServer stranger = LoopbackServer.answering(request -> reply)) {
            Terminal terminal = command("doctor", stranger.profile());

            assertThat(terminal.code()).isEqualTo(2);
            assertThat(terminal.out())
                    .contains(
                            "WRONG   evc-net token: this isn't how the Customer API answers: " + came + "\n",
                            "WRONG   oioi api-key: this isn't how OIOI answers: " + came + "\n")
                    .doesNotContain("accepted");
        }
    }

    static Stream<Arguments> someStrangers() {
        return strangers().filter(each -> Set.of("a login page", "a gateway").contains(each.get()[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("someStrangers")
    void contracts_are_not_verified_with_it(String who, Reply reply, String came, String sent) throws IOException {
        try (LoopbackServer stranger = LoopbackServer.answering(request -> reply)) {
            Terminal terminal = command(
                    "pact",
                    customersOf(stranger.profile()),
                    "verify",
                    "--provider",
                    "evc-net-customer-api",
                    "--reports",
                    folder + "/r");

            assertThat(terminal.code()).isEqualTo(2);
            assertThat(terminal.err())
                    .startsWith(
                            "chargeproof: what answers at " + stranger.address() + " isn't the Customer API: " + came);
        }
    }

    @Test
    void pages_for_errors_alone_are_faults_of_the_target() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            Function<LoopbackServer.Request, Reply> right = LoopbackServer.passingTo(sandbox.baseUrl());
            try (LoopbackServer server = LoopbackServer.answering(request -> {
                Reply reply = right.apply(request);
                return reply.status() == 200 ? reply : new Reply(500, "text/html", "<h1>Whitelabel Error Page</h1>");
            })) {
                String profile = customersOf(sandbox.profile()
                        .replace(sandbox.baseUrl().toString(), server.address().toString()));

                Terminal terminal =
                        command("run", profile, "--skip-html", "--reports", folder + "/r", "--tags", "@EVC-CREATE-5");

                assertThat(terminal.code()).isEqualTo(1);
                assertThat(terminal.out()).contains("VIOLATION EVC-CREATE-5 (MUST)");
            }
        }
    }

    private static String customersOf(String profile) {
        return profile.replaceFirst("(?s)\noioi:.*?\nlimits", "\nlimits");
    }

    private static String usersOf(String profile) {
        return profile.replaceFirst("(?s)\nevc-net:.*?\noioi", "\noioi");
    }

    private Terminal command(String name, String profile, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("target.yaml"), profile);
        Stream<String> custody = name.equals("doctor") ? Stream.of() : Stream.of("--custody", folder + "/custody");
        Stream<String> own = Stream.concat(Stream.of("--profile", file.toString()), custody);
        return Terminal.run(Stream.of(Stream.of(name), Stream.of(options), own)
                .flatMap(each -> each)
                .toArray(String[]::new));
    }
}
