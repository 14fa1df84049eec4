package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is done with the reports of runs afterwards, by way of runs against a sandbox that answers creates with 201. */
class ReportCommandsTest {
    private static final String[] DEFECT = {"--depth", "smoke", "--defect", "evc-create-answers-201"};
    private static final String[] CORRECT = {"--depth", "smoke"};

    @TempDir
    Path reports;

    @Test
    void shards_merged_are_one_whole_run_in_every_outcome() {
        String[] scope = {"--depth", "standard", "--tags", "not @hostile", "--defect", "evc-create-answers-201"};
        Terminal whole = run(scope);
        Written unsharded = Written.latestIn(reports);
        List<String> shards = new ArrayList<>();
        for (int index = 3; index > 0; index--) {
            run(with(scope, "--shard", index + "/3"));
            shards.add(id());
        }

        Terminal merged = report(with(new String[] {"merge", "--skip-html"}, shards.toArray(String[]::new)));

        assertThat(merged.code()).isEqualTo(whole.code()).isEqualTo(1);
        assertThat(merged.firstLine()).isEqualTo(whole.firstLine());
        assertThat(Written.latestIn(reports).byOutcome()).isEqualTo(unsharded.byOutcome());
        assertThat(Written.latestIn(reports).scenarios()).isEqualTo(unsharded.scenarios());
    }

    private static String idOf(Path run) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(run.resolve("conformance.json")))
                .path("run")
                .path("id")
                .asString();
    }

    @Test
    void runs_are_listed_the_newest_first_and_damaged_ones_as_such() throws IOException {
        run(DEFECT);
        Path first = newest();
        run(CORRECT);
        Path second = newest();
        Path damaged = Files.createDirectories(reports.resolve("2020-01-01T00-00-00Z-damaged"));
        Files.writeString(damaged.resolve("conformance.json"), "{");

        assertThat(report("list").out().lines())
                .containsExactly(
                        second.getFileName() + "  run " + idOf(second) + ", conforming, 10 of 73 MUSTs, depth smoke",
                        first.getFileName() + "  run " + idOf(first) + ", non-conforming, 10 of 73 MUSTs, depth smoke",
                        damaged.getFileName() + "  can't be read: " + damaged.resolve("conformance.json")
                                + " can't be read as JSON; it may be damaged: name another run");
    }

    @Test
    void there_may_be_no_run_to_list() {
        assertThat(report("list")).isEqualTo(new Terminal(0, "There is no run in " + reports + ".\n", ""));
    }

    private Path newest() throws IOException {
        return reports.resolve("latest").toRealPath();
    }

    @Test
    void a_diff_tells_what_a_repair_changed() {
        run(DEFECT);
        String before = id();
        Terminal after = run(CORRECT);

        Terminal diff = report("diff", before, "latest");

        assertThat(diff.code()).isZero();
        assertThat(diff.firstLine()).startsWith("since run " + before + " of 20");
        assertThat(diff.out())
                .contains(
                        "\nRepaired:\n",
                        "\n  EVC-CREATE-1: conforms, was violation\n",
                        "\nAnswers that are gone:\n  evc-net create: HTTP 201\n");
        assertThat(after.out())
                .contains("\nsince run " + before + " of 20", "\n  EVC-CREATE-1: conforms, was violation\n");
    }

    @Test
    void a_run_is_compared_with_the_one_that_is_named() throws IOException {
        run(CORRECT);
        Path kept = Files.copy(
                reports.resolve("latest").resolve("conformance.json"),
                Files.createTempFile(reports, "kept", ".json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        String first = id();
        run(DEFECT);

        Terminal third = run(with(DEFECT, "--compare", kept.toString()));

        assertThat(third.out())
                .contains("\nsince run " + first + " of 20", "\n  EVC-CREATE-1: violation, was conforms\n");
    }

    @Test
    void a_rerun_executes_what_did_not_conform() {
        run(DEFECT);
        String before = id();
        List<String> open = elements("scenarios").stream()
                .filter(each -> !List.of("conforms", "observation")
                        .contains(each.path("outcome").asString()))
                .map(each -> each.path("location").asString())
                .toList();

        Terminal again = run(with(CORRECT, "--rerun", before));

        assertThat(again.code()).isZero();
        assertThat(again.firstLine()).contains("(smoke depth, again what didn't conform in run " + before + ")");
        assertThat(Written.latestIn(reports).scenarios()).isNotEmpty().isEqualTo(open);
        assertThat(run(with(CORRECT, "--rerun", "latest")))
                .isEqualTo(new Terminal(
                        2,
                        "",
                        "chargeproof: --rerun: everything that run " + id()
                                + " executed conformed, so nothing is left to"
                                + " run again; leave --rerun out to run it all\n"));
    }

    @Test
    void a_baseline_is_a_profile_s_waivers_once_they_have_an_end() {
        run(DEFECT);

        Terminal baseline = report("baseline", "latest");

        assertThat(baseline.code()).isZero();
        assertThat(baseline.out()).contains("\nwaivers:\n", """
                          - requirement: EVC-HTTP-2
                            where: {operation: "create", status: 201}
                            reason: "create got a status that the document doesn't know"
                            until: YYYY-MM-DD
                        """.indent(0));
    }

    @Test
    void a_baseline_excuses_what_the_run_found_once_the_profile_has_it(@TempDir Path custody) throws IOException {
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of("oioi-country-by-name"), List.of()))) {
            Path profile = Files.writeString(custody.resolve("profile.yaml"), sandbox.profile());
            String[] options = {
                "--tags", "@OIOI-GET-10", "--profile", profile.toString(), "--custody", custody.toString()
            };

            assertThat(run(options).code()).isOne();
            String waivers = report("baseline", "latest")
                    .out()
                    .replace("YYYY-MM-DD", LocalDate.now().plusDays(2).toString());
            Files.writeString(profile, "\n" + waivers, StandardOpenOption.APPEND);
            Terminal excused = run(options);

            assertThat(excused.code()).isZero();
            assertThat(excused.firstLine()).startsWith("conforming: ");
            assertThat(Written.latestIn(reports).byOutcome().get("waived")).contains("OIOI-GET-10");
        }
    }

    @Test
    void a_warning_is_red_for_those_who_ask_for_it() {
        String[] warned = {"--tags", "@EVC-UPDATE-2", "--defect", "evc-third-update-refused"};

        Terminal lenient = run(warned);
        Terminal strict = run(with(warned, "--fail-on", "warning"));

        assertThat(lenient.code()).isZero();
        assertThat(strict.code()).isOne();
        assertThat(strict.firstLine())
                .isEqualTo("non-conforming: 1 of 73 MUSTs in scope (tags @EVC-UPDATE-2, warnings fail), 1 decided");
        assertThat(reports.resolve("latest").resolve("conformance.json"))
                .content()
                .contains("\"verdict\": \"non-conforming\"", "\"exit-code\": 1", "\"fail-on\": \"warning\"");
        assertThat(reports.resolve("latest").resolve("junit.xml"))
                .content()
                .contains("<testsuites name=\"non-conforming: ", " failures=\"1\" ", "type=\"warning\"");
        assertThat(reports.resolve("latest").resolve("ctrf.json")).content().contains("\"failed\": 1");
        assertThat(reports.resolve("latest").resolve("summary.md")).content().startsWith("non-conforming: ");
        assertThat(Written.latestIn(reports).byOutcome().get("warning")).containsExactly("EVC-UPDATE-2");
        assertThat(run("--fail-on", "observation").err())
                .isEqualTo("chargeproof: --fail-on knows 'warning', not 'observation'\n");
    }

    @Test
    void a_run_that_is_to_be_compared_with_nothing_is_no_worse_for_it() {
        Terminal first = run(with(CORRECT, "--compare", "cache/conformance.json"));

        assertThat(first.code()).isZero();
        assertThat(first.err())
                .startsWith(
                        "note: --compare names no run, so the newest comparable one is compared, if there is any: there is no run"
                                + " 'cache/conformance.json' in " + reports
                                + "; name its folder, its ID, its conformance.json,"
                                + " or 'latest'\n");
    }

    @Test
    void a_rerun_and_the_run_after_it_are_compared_with_what_they_repeat() {
        run(DEFECT);
        String whole = id();
        run(with(CORRECT, "--tags", "@EVC-CREATE-1"));

        Terminal again = run(with(CORRECT, "--rerun", whole));
        Terminal next = run(CORRECT);

        assertThat(again.out())
                .contains("\nsince run " + whole + " of 20")
                .doesNotContain("not in scope", "Answers that are");
        assertThat(next.out()).contains("\nsince run " + whole + " of 20");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            OIOI-POST-1 | @OIOI-POST-1                    | 2 | excuses nothing any more; take it out of the profile (until then a run that conforms exits with 2)
            EVC-HTTP-2  | @EVC-HTTP-2 or @EVC-UPDATE-7    | 0 | excused nothing in this run, which tried only a part of what could need it
            OIOI-POST-1 | @OIOI-POST-1 and @smoke         | 0 | excused nothing in this run, which tried only a part of what could need it
            """)
    void a_waiver_that_nothing_needs_is_a_matter_of_the_profile(
            String requirement, String tags, int code, String words, @TempDir Path custody) throws IOException {
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(), List.of()))) {
            Path profile = Files.writeString(
                    custody.resolve("profile.yaml"),
                    sandbox.profile() + "\nwaivers: [{requirement: " + requirement + ", reason: names, until: "
                            + LocalDate.now().plusDays(2) + "}]\n");

            Terminal ended = run(
                    "--tags",
                    tags,
                    "--depth",
                    "standard",
                    "--profile",
                    profile.toString(),
                    "--custody",
                    custody.toString());

            assertThat(ended.code()).isEqualTo(code);
            assertThat(ended.firstLine()).startsWith("conforming: ");
            assertThat(ended.out().replaceAll("\\s+", " "))
                    .contains("note: the waiver of " + requirement + " (\"names\") " + words);
        }
    }

    @Test
    void a_waiver_excuses_a_warning_too_where_warnings_fail(@TempDir Path custody) throws IOException {
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of("evc-third-update-refused"), List.of()))) {
            Path profile = Files.writeString(
                    custody.resolve("profile.yaml"),
                    sandbox.profile() + "\nwaivers: [{requirement: EVC-UPDATE-2, reason: known, until: "
                            + LocalDate.now().plusDays(2) + "}]\n");

            Terminal ended = run(
                    "--tags",
                    "@EVC-UPDATE-2",
                    "--fail-on",
                    "warning",
                    "--profile",
                    profile.toString(),
                    "--custody",
                    custody.toString());

            assertThat(ended.code()).isZero();
            assertThat(Written.latestIn(reports).byOutcome().get("waived")).containsExactly("EVC-UPDATE-2");
        }
    }

    @Test
    void a_rejudgement_tells_what_the_target_changed() {
        String[] scope = {"--depth", "standard", "--tags", "@smoke or @EVC-HTTP-2"};
        run(with(scope, "--defect", "evc-create-answers-201"));
        String before = id();
        run(scope);

        Terminal rejudged = report("rejudge", before);

        assertThat(rejudged.code()).isZero();
        assertThat(rejudged.firstLine())
                .matches("run " + before
                        + ", judged again by \\d+ rows of today's standing checks: all come out as they did");
        assertThat(rejudged.out())
                .contains("\nThe target changed, by run " + id() + " of 20")
                .containsPattern("\n  EVC-HTTP-2: kept, was broken by \\d+ exchanges?\n")
                .doesNotContain("The suite changed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            report diff nix latest   | there is no run 'nix' in @; name its folder, its ID, its conformance.json, or 'latest'
            report baseline latest   | there is no latest run in @; run something first, or name another folder with --reports
            report open latest       | there is no latest run in @; run something first, or name another folder with --reports
            report merge x           | there is no run 'x' in @; name its folder, its ID, its conformance.json, or 'latest'
            run --rerun x            | there is no run 'x' in @; name its folder, its ID, its conformance.json, or 'latest'
            """)
    void a_run_that_there_is_not_is_a_usage_error(String command, String message) {
        assertThat(Terminal.run(with(command.split(" "), "--reports", reports.toString())))
                .isEqualTo(new Terminal(2, "", "chargeproof: " + message.replace("@", reports.toString()) + "\n"));
    }

    @Test
    void a_report_without_a_page_is_not_opened() {
        run(CORRECT);

        assertThat(report("open").err())
                .startsWith("chargeproof: run 'latest' has no HTML report, as it was written with --skip-html; read ")
                .endsWith("summary.md\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "diff", "merge", "rejudge", "baseline"})
    void each_has_help_with_an_example(String command) {
        Terminal help = Terminal.run("report", command, "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("Usage: chargeproof report " + command, "\nExample:\n  chargeproof report " + command);
    }

    private Terminal run(String... options) {
        return Terminal.run(with(new String[] {"run", "--skip-html", "--reports", reports.toString()}, options));
    }

    private Terminal report(String... words) {
        return Terminal.run(with(with(new String[] {"report"}, words), "--reports", reports.toString()));
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    private String id() {
        return Written.latestIn(reports).conformance().path("run").path("id").asString();
    }

    private List<JsonNode> elements(String member) {
        return Written.elements(Written.latestIn(reports).conformance().path(member));
    }
}
