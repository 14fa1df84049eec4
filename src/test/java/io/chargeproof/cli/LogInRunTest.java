package io.chargeproof.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import io.chargeproof.sandbox.oioi.User;
import io.chargeproof.sandbox.oioi.UserTestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that log in users, with a profile that gives passwords in place of tokens, beside them, or not at all. */
class LogInRunTest {
    private static final String LOG_INS = "@OIOI-VERIFY-1 or @OIOI-VERIFY-2 or @OIOI-VERIFY-3 or @OIOI-VERIFY-4"
            + " or @OIOI-VERIFY-5 or @OIOI-VERIFY-6 or @OIOI-VERIFY-7 or @OIOI-VERIFY-8";
    private static final String READS = "@OIOI-GET-1 or @OIOI-GET-2 or @OIOI-AUTH-3 or @OIOI-POST-1";

    @TempDir
    Path folder;

    @Test
    void passwords_get_the_tokens_and_neither_is_in_a_report() throws IOException {
        Terminal terminal = at(List.of(), LogInRunTest::withoutTokens, READS + " or " + LOG_INS);

        assertThat(terminal.code()).as(terminal.out() + terminal.err()).isEqualTo(0);
        assertThat(written().byOutcome().get("conforms"))
                .contains(
                        "OIOI-GET-1", "OIOI-AUTH-3", "OIOI-POST-1", "OIOI-VERIFY-1", "OIOI-VERIFY-2", "OIOI-VERIFY-3");
        assertNothingIsGivenAway(terminal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oioi-log-in-ends-older-tokens", "oioi-log-in-gives-new-token"})
    void another_token_at_each_log_in_is_used_and_kept_secret(String variant) throws IOException {
        Terminal terminal = at(List.of(variant), LogInRunTest::withoutTokens, READS + " or " + LOG_INS);

        assertThat(terminal.code()).as(terminal.out() + terminal.err()).isEqualTo(0);
        try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, ISO_8859_1)).as("%s", file).doesNotContain("00005eed0000");
            }
        }
    }

    @Test
    void a_run_goes_on_where_a_log_in_ends_the_token_of_the_profile_and_says_so() throws IOException {
        Terminal terminal = at(List.of("oioi-log-in-ends-older-tokens"), profile -> profile, READS + " or " + LOG_INS);

        assertThat(terminal.code()).as(terminal.out() + terminal.err()).isEqualTo(0);
        assertThat(terminal.out())
                .contains("a log-in ended the token that the profile gives for oioi.users.primary: leave it out");
        assertThat(written().conformance().toString())
                .contains("the token from before a log-in, which gave another: HTTP 401, result code 145");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oioi-log-in-not-offered", "oioi-log-in-not-allowed", "oioi-log-in-unknown-is-140"})
    void a_target_that_does_not_log_in_users_breaks_nothing(String variant) throws IOException {
        Terminal terminal = at(List.of(variant), profile -> profile, LOG_INS);

        assertThat(terminal.code()).as(terminal.out() + terminal.err()).isEqualTo(3);
        assertThat(written().byOutcome())
                .doesNotContainKeys("violation", "warning")
                .hasEntrySatisfying(
                        "not-tested",
                        rows -> assertThat(rows)
                                .contains("OIOI-VERIFY-1", "OIOI-VERIFY-2", "OIOI-VERIFY-3", "OIOI-VERIFY-4"));
        assertThat(written().conformance().toString()).contains("the target doesn't offer user-verify: HTTP 40");
    }

    @Test
    void without_a_password_nothing_is_asked_about_log_ins() throws IOException {
        Terminal terminal =
                at(List.of(), profile -> profile.replaceAll("(?m)^ *password: .*\\R", ""), LOG_INS + " or @OIOI-GET-1");

        assertThat(terminal.code()).as(terminal.out() + terminal.err()).isEqualTo(0);
        assertThat(written().byOutcome().get("out-of-scope"))
                .contains("OIOI-VERIFY-1", "OIOI-VERIFY-5", "OIOI-VERIFY-8");
        assertThat(written().conformance().toString())
                .contains("the profile has no oioi.users.primary.password")
                .doesNotContain("\"operation\":\"user-verify\"");
    }

    @Test
    void a_password_that_is_refused_ends_the_run_before_it_begins() throws IOException {
        Terminal terminal = at(
                List.of(),
                profile -> withoutTokens(profile).replace("cpsandbox-Rivoli-99bis", "swordfish-0042"),
                READS);

        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err())
                .contains("user-verify gave no token for oioi.users.secondary: HTTP 401, result code 141; look at the"
                        + " user's username and password (nothing was written)")
                .doesNotContain("swordfish-0042");
    }

    @Test
    void a_target_without_log_ins_asks_for_tokens() throws IOException {
        Terminal terminal = at(List.of("oioi-log-in-not-offered"), LogInRunTest::withoutTokens, READS);

        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err())
                .contains("user-verify gave no token for oioi.users.primary: HTTP 400, result code 230; if the target"
                        + " doesn't offer that call, give the user's token in place of the password");
    }

    @Test
    void a_target_that_gives_no_answer_is_the_environments_matter() throws IOException {
        String profile = withoutTokens(profile(List.of()));
        Terminal terminal = run(profile.replaceFirst("limits:", "limits:\n  retries: 0\n#"), READS);

        assertThat(terminal.code()).as(terminal.out() + terminal.err()).isEqualTo(3);
        assertThat(terminal.out()).contains("can't be reached");
    }

    @Test
    void one_wrong_password_is_sent_in_a_run_and_the_right_one_after_it() throws IOException {
        at(List.of(), profile -> profile, LOG_INS);

        List<Map.Entry<String, String>> asked =
                Written.elements(written().conformance().path("codes").path("oioi")).stream()
                        .filter(each -> each.path("operation").asString().equals("user-verify"))
                        .map(each -> Map.entry(
                                each.path("result-code").toString(),
                                each.path("count").toString()))
                        .toList();

        assertThat(asked).contains(Map.entry("141", "1"), Map.entry("144", "1"));
    }

    private static String profile(List<String> variants) {
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(), variants))) {
            return sandbox.profile();
        }
    }

    private Terminal at(List<String> variants, java.util.function.UnaryOperator<String> edit, String tags)
            throws IOException {
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(), variants))) {
            return run(edit.apply(sandbox.profile()), tags);
        }
    }

    private Terminal run(String profile, String tags) throws IOException {
        return Terminal.runIn(folder, profile, "--tags", tags);
    }

    private static String withoutTokens(String profile) {
        int users = profile.indexOf("users:");
        return profile.substring(0, users) + profile.substring(users).replaceAll("(?m)^ *token: .*\\R", "");
    }

    private void assertNothingIsGivenAway(Terminal terminal) throws IOException {
        List<String> secrets = Stream.of(UserTestData.primary(), UserTestData.secondary(), UserTestData.sparse())
                .flatMap(LogInRunTest::secrets)
                .toList();
        assertThat(terminal.out() + terminal.err()).doesNotContain(secrets);
        try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, ISO_8859_1)).as("%s", file).doesNotContain(secrets);
            }
        }
    }

    private static Stream<String> secrets(User user) {
        return Stream.of(user.token(), user.password());
    }

    private Written written() {
        return Written.latestIn(folder.resolve("reports"));
    }
}
