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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of some of the scenarios, and of one's own. */
class NarrowedRunTest {
    @TempDir
    Path folder;

    @Test
    void tags_choose_scenarios() {
        Terminal terminal = run("--depth", "smoke", "--tags", "@oioi");

        assertThat(terminal.code()).isZero();
        assertThat(terminal.firstLine()).contains("(smoke depth, tags @oioi)");
        assertThat(written().scenarios())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each).startsWith("features/oioi/"));
        assertThat(written().byOutcome().get("out-of-scope")).contains("EVC-CREATE-1", "EVC-CARD-1");
    }

    @Test
    void shards_cover_everything_once() {
        run("--depth", "smoke");
        List<String> all = written().scenarios();
        Terminal first = run("--depth", "smoke", "--shard", "1/2");
        List<String> some = written().scenarios();
        Terminal second = run("--depth", "smoke", "--shard", "2/2");
        List<String> others = written().scenarios();

        assertThat(List.of(first.code(), second.code())).containsOnly(0);
        assertThat(first.firstLine()).contains("(smoke depth, shard 1/2)");
        assertThat(Stream.concat(some.stream(), others.stream())).containsExactlyInAnyOrderElementsOf(all);
        assertThat(Math.abs(some.size() - others.size())).isLessThan(2);
    }

    @Test
    void a_read_only_run_says_so_first_and_changes_nothing() {
        Terminal terminal = run("--read-only", "--tags", "not @hostile");

        assertThat(terminal.code()).isZero();
        assertThat(terminal.firstLine()).matches("conforming: \\d+ of 73 MUSTs in scope \\(read-only, .*");
        assertThat(written().codes("oioi"))
                .isNotEmpty()
                .allSatisfy(
                        each -> assertThat(each.path("operation").asString()).isEqualTo("user-get-details"));
        assertThat(written().codes("evc-net"))
                .allSatisfy(each -> assertThat(each.path("status").asInt()).isGreaterThanOrEqualTo(400));
    }

    /** Whoever has no user with few details has all MUSTs decided by the others. */
    @Test
    void a_profile_without_a_sparse_user_leaves_no_must_open() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            Path profile = write("two.yaml", sandbox.profile().replaceFirst("(?s)    sparse:.*?limits:", "limits:"));

            Terminal terminal = run(
                    "--profile",
                    profile.toString(),
                    "--custody",
                    folder + "/custody",
                    "--tags",
                    "@oioi",
                    "--read-only");

            assertThat(terminal.code()).isZero();
            assertThat(written().requirements())
                    .filteredOn(each -> each.path("outcome").asString().equals("not-tested"))
                    .extracting(each -> each.path("id").asString())
                    .containsExactly("OIOI-GET-16");
        }
    }

    /** The largest request ID is the same in each run. */
    @Test
    void a_second_run_conforms_where_no_request_id_is_taken_twice() throws IOException {
        try (Sandbox sandbox =
                Sandbox.start(new SandboxOptions(0, List.of(), List.of("evc-request-ids-are-used-once")))) {
            Path profile = write("once.yaml", sandbox.profile());
            String[] arguments = {
                "--profile", profile.toString(), "--custody", folder + "/custody", "--tags", "@EVC-HTTP-5"
            };

            assertThat(run(arguments).code()).isZero();
            assertThat(run(arguments).firstLine())
                    .isEqualTo("conforming: 4 of 73 MUSTs in scope (tags @EVC-HTTP-5), 4 decided");
        }
    }

    @Test
    void a_scope_of_nothing_is_refused() {
        assertThat(run("--tags", "@oioi and @evc-net"))
                .isEqualTo(new Terminal(
                        2,
                        "",
                        "chargeproof: no scenario is selected; loosen --tags, --depth, --shard or --read-only\n"));
    }

    @ParameterizedTest
    @CsvSource({"evc-net, (?s)oioi:.*?limits:, limits:, EVC-HTTP-9", "oioi, (?s)evc-net:.*?oioi:, oioi:, OIOI-GET-17"})
    void a_profile_of_one_interface_has_all_its_requirements_decided(
            String api, String others, String rest, String observed) throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            Path profile = write("one.yaml", sandbox.profile().replaceFirst(others, rest));

            Terminal terminal =
                    run("--profile", profile.toString(), "--custody", folder + "/custody", "--tags", "not @hostile");

            assertThat(terminal.code()).isZero();
            assertThat(written().scenarios())
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each).startsWith("features/" + api + "/"));
            assertThat(written().byOutcome()).doesNotContainKeys("harness-error", "not-tested", "inconclusive");
            assertThat(written().byOutcome().get("observation")).contains(observed);
        }
    }

    @Test
    void own_features_speak_with_the_shipped_steps() throws IOException {
        write("own/reading.feature", """
                @oioi @uses-primary
                Feature: What our app relies on

                  Scenario: A driver is shown
                    When the primary user is read by EVCO ID
                    Then the call succeeds
                """);

        Terminal terminal = run("--features", folder.resolve("own").toString());

        assertThat(terminal.code()).isZero();
        assertThat(written().scenarios()).containsExactly("own/reading.feature:4");
    }

    @Test
    void own_requirements_are_decided_by_own_features() throws IOException {
        Path requirements = write("requirements.yaml", """
                - id: OIOI-OWN-1
                  level: MUST
                  statement: A driver is shown by EVCO ID.
                  source: our app
                  look-at: the app's start page
                """);
        write("own/reading.feature", """
                @oioi @uses-primary
                Feature: What our app relies on

                  @OIOI-OWN-1
                  Rule: A driver is shown
                    Scenario: A driver is shown
                      When the primary user is read by EVCO ID
                      Then the call succeeds
                """);

        Terminal terminal =
                run("--features", folder.resolve("own").toString(), "--requirements", requirements.toString());

        assertThat(terminal.code()).isZero();
        assertThat(terminal.firstLine()).isEqualTo("conforming: 1 of 74 MUSTs in scope, 1 decided");
        assertThat(written().byOutcome().get("conforms")).containsExactly("OIOI-OWN-1");
    }

    @Test
    void an_unknown_requirement_in_own_features_is_refused() throws IOException {
        write("own/reading.feature", """
                @oioi
                Feature: What our app relies on

                  @OIOI-OWN-1
                  Rule: A driver is shown
                    Scenario: A driver is shown
                      When the primary user is read by EVCO ID
                """);

        Terminal terminal = run("--features", folder.resolve("own").toString());

        assertThat(terminal)
                .isEqualTo(new Terminal(
                        2,
                        "",
                        "chargeproof: a feature in " + folder.resolve("own")
                                + " is tagged @OIOI-OWN-1, which no requirement has; correct the tag, or describe it in"
                                + " a file for --requirements\n"));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Terminal run(String... options) {
        return Terminal.run(Stream.concat(
                        Stream.of(
                                "run",
                                "--skip-html",
                                "--reports",
                                folder.resolve("reports").toString()),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    private Written written() {
        return Written.latestIn(folder.resolve("reports"));
    }
}
