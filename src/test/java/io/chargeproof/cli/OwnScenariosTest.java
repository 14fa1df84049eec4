package io.chargeproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scenarios of one's own are full citizens: counted, shown with their requests, and told in every report. */
class OwnScenariosTest {
    private static final String FAILING = """
            @oioi @uses-primary
            Feature: What our app relies on

              Scenario: A driver's postcode
                When the primary user is read by EVCO ID
                Then the answer's "user.address.zip" is "10247"

              Scenario: A driver's language
                When the primary user is read by EVCO ID
                Then the answer's "user.locale" is "nl"
            """;

    @TempDir
    Path folder;

    @Test
    void are_counted_in_the_first_line_and_have_a_block() throws IOException {
        Terminal run = run(FAILING);

        assertThat(run.code()).isOne();
        assertThat(run.firstLine())
                .isEqualTo("non-conforming: 0 of 73 MUSTs in scope, 0 decided; 2 own scenarios: 1 failed");
        assertThat(run.out())
                .containsPattern("(?m)^VIOLATION own scenario 'A driver's postcode'\n"
                        + "  where:    my-features/own.feature:4\n"
                        + "  found:    the answer's \"user.address.zip\" differs\n"
                        + "  expected: 10247\n"
                        + "  actual:   1016 DW\n"
                        + "  repeated: failed 2 of 2 times\n"
                        + "  curl -sS -i -X POST 'http://127.0.0.1:\\d+/api/v4/request' .*NL\\*CPF\\*.*\n"
                        + "  trace:    [0-9a-f]{32}\n"
                        + "  answer:   HTTP 200, content-type: application/json\n"
                        + "            ….*\"zip\":\"1016 DW\".* \\(\\d+ bytes, in full in exchanges.jsonl\\)\n");
    }

    @Test
    void are_told_in_every_report() throws IOException {
        run(FAILING);

        JsonNode conformance = json("conformance.json");
        assertThat(conformance.path("own-scenarios").toString())
                .isEqualTo("{\"count\":2,\"failed\":1,\"undecided\":0}");
        assertThat(conformance.path("scenarios").valueStream())
                .extracting(
                        scenario -> scenario.path("own").asBoolean(),
                        scenario -> scenario.path("outcome").asString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(true, "violation"),
                        org.assertj.core.groups.Tuple.tuple(true, "conforms"));
        assertThat(conformance.path("findings").size()).isOne();
        JsonNode finding = conformance.path("findings").path(0);
        assertThat(finding.path("id").asString()).isEqualTo("f1");
        assertThat(finding.path("requirements").toString()).isEqualTo("[]");
        assertThat(finding.path("message").asString()).isEqualTo("the answer's \"user.address.zip\" differs");
        assertThat(finding.path("expected").asString()).isEqualTo("10247");
        assertThat(finding.path("actual").asString()).isEqualTo("1016 DW");
        assertThat(finding.path("scenario").asString()).isEqualTo("my-features/own.feature:4");
        assertThat(finding.path("requests").path(0).path("curl").asString()).startsWith("curl -sS -i -X POST");
        assertThat(finding.path("ticket").asString())
                .startsWith("own scenario 'A driver's postcode': the answer's \"user.address.zip\" differs");

        assertThat(text("summary.md"))
                .contains(
                        "### own scenario 'A driver's postcode'",
                        "expected: `10247`",
                        "actual: `1016 DW`",
                        "scenario: `my-features/own.feature:4`",
                        "curl -sS -i -X POST");
        assertThat(text("junit.xml"))
                .contains(
                        "<failure message=\"the answer's &quot;user.address.zip&quot; differs\" type=\"violation\">",
                        "expected: 10247",
                        "curl: curl -sS -i -X POST");
        JsonNode test = json("ctrf.json").path("results").path("tests").path(0);
        assertThat(test.path("status").asString()).isEqualTo("failed");
        assertThat(test.path("message").asString()).isEqualTo("the answer's \"user.address.zip\" differs");
        assertThat(test.path("trace").asString()).contains("actual: 1016 DW", "curl: curl -sS -i");
        assertThat(allure())
                .anySatisfy(result -> assertThat(result)
                        .contains(
                                "\"status\":\"failed\"",
                                "violation: the answer's \\\"user.address.zip\\\" differs",
                                "<dd><pre class=\\\"cp-value\\\">1016 DW</pre></dd>",
                                "own scenario"));
    }

    /** What stands in the blocks of those that end otherwise, or by a step of one's own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "the driver speaks \"de\", says a check    | VIOLATION     | the driver speaks another language",
                "the driver speaks \"de\", says an assertion | VIOLATION   | 'the driver speaks \"de\", says an assertion' failed: expected: \"de\" but was: \"nl\"",
                "the driver speaks a plain \"de\"          | VIOLATION     | 'the driver speaks a plain \"de\"' failed: the driver doesn't speak de",
                "my step has a fault                       | HARNESS_ERROR | the step 'my step has a fault' (io.chargeproof.own.DriverSteps.hasFault) threw java.lang.IllegalStateException: nobody thought of this",
                "the answer's \"user.locale\" is absent    | VIOLATION     | the answer has \"user.locale\"",
                "the answer's \"user.zip\" is \"x\"        | VIOLATION     | the answer's \"user.zip\" is absent",
                "the answer's status is 201                | VIOLATION     | the answer's status differs",
                "the call fails                            | VIOLATION     | user-get-details with the primary user by evco-id isn't refused as it should be",
            })
    void say_how_they_ended(String step, Outcome outcome, String message) throws IOException {
        Terminal run = run("""
                @oioi @uses-primary
                Feature: What our app relies on

                  Scenario: A driver
                    When the primary user is read by EVCO ID
                    Then %s
                """.formatted(step), "--glue", "io.chargeproof.own");

        JsonNode finding = json("conformance.json").path("findings").path(0);
        assertThat(finding.path("outcome").asString()).isEqualTo(outcome.label());
        assertThat(finding.path("message").asString()).isEqualTo(message);
        assertThat(finding.path("requests").size()).isOne();
        assertThat(run.out())
                .contains(outcome.label().toUpperCase(java.util.Locale.ROOT).replace('-', ' ')
                        + " own scenario 'A driver'");
        assertThat(run.firstLine())
                .endsWith(
                        outcome == Outcome.VIOLATION ? "; 1 own scenario: 1 failed" : "; 1 own scenario: 1 undecided");
        assertThat(run.code()).isEqualTo(outcome == Outcome.VIOLATION ? 1 : 3);
    }

    @Test
    void that_judge_nothing_say_why() throws IOException {
        Terminal run = run("""
                @oioi
                Feature: What our app relies on

                  Scenario: A driver
                    Then the call succeeds

                  Scenario: Another driver
                    Then the answer's status is 200
                """);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).startsWith("""
                incomplete: 0 of 73 MUSTs in scope, 0 decided; 2 own scenarios: 2 undecided
                131 out of scope

                NOT TESTED own scenario 'A driver'
                  also:     own scenario 'Another driver'
                  where:    my-features/own.feature:4 and 1 other scenario
                  reason:   nothing was sent that could be judged
                """);
        assertThat(text("summary.md")).contains("""
                ## Not tested

                - nothing was sent that could be judged: own scenario 'A driver', own scenario 'Another driver', \
                my-features/own.feature:4 and 1 other scenario
                """);
    }

    /** A requirement's own checks decide it; what a scenario expects besides is the scenario's. */
    @Test
    void expect_for_themselves_what_they_expect_beside_a_shipped_requirement() throws IOException {
        Terminal run = run("""
                @oioi @uses-primary
                Feature: What our app relies on

                  @OIOI-GET-1
                  Scenario: A driver
                    When the primary user is read by EVCO ID
                    Then the call succeeds
                    And the answer's "user.locale" is "de"
                """);

        assertThat(run.code()).isOne();
        assertThat(run.firstLine()).isEqualTo("non-conforming: 1 of 73 MUSTs in scope, 1 decided");
        assertThat(run.out()).contains("VIOLATION scenario 'A driver'\n", "  actual:   nl\n");
    }

    @Test
    void are_compared_with_the_run_before_and_with_one_that_is_named() throws IOException {
        run(FAILING.replace("10247", "1016 DW"));
        Path kept = Files.copy(
                folder.resolve("reports/latest").toRealPath().resolve("conformance.json"), folder.resolve("kept.json"));

        // A line more above it makes no other scenario of it.
        Terminal red = run("# ours\n" + FAILING);
        Terminal still = run(FAILING, "--compare", kept.toString());
        Terminal repaired = run(FAILING.replace("10247", "1016 DW"));

        String named = "own scenario 'A driver's postcode' (my-features/own.feature): ";
        assertThat(red.out())
                .contains(": 1 newly broken\n", "\nNewly broken:\n  " + named + "violation, was conforms\n");
        assertThat(still.out()).contains("\nNewly broken:\n  " + named + "violation, was conforms\n");
        assertThat(repaired.out()).contains("\nRepaired:\n  " + named + "conforms, was violation\n");
        assertThat(text("summary.md"))
                .contains("### Repaired\n\n- " + named, "conforms, then violation 2 times, then conforms");
    }

    @Test
    void have_hurl_fail_on_what_came() throws IOException {
        run(FAILING);

        Terminal export = Terminal.run(
                "report",
                "export",
                "latest",
                "--reports",
                folder.resolve("reports").toString(),
                "--format",
                "hurl");

        assertThat(export.out())
                .contains("HTTP *\n[Asserts]\nbody not matches /\"zip\"\\s*:\\s*\"1016 DW\"\\s*[,}\\]]/\n");
    }

    @Test
    void send_the_last_request_again_in_another_form() throws IOException {
        Terminal run = run("""
                @oioi @uses-primary
                Feature: What our app relies on

                  Scenario: A driver
                    When the primary user is read by EVCO ID
                    And the last call is sent without a content type
                    Then the answer's status is 999
                """, "--glue", "io.chargeproof.own");

        assertThat(run.out()).containsPattern("VIOLATION own scenario 'A driver'\n(.*\n)*.* -H 'Content-Type:' ");
    }

    @Test
    void are_read_back_whole() throws IOException {
        run(FAILING);

        Terminal export = Terminal.run(
                "report",
                "export",
                folder.resolve("reports/latest").toString(),
                "--reports",
                folder.resolve("reports").toString(),
                "--finding",
                "f1",
                "--format",
                "sarif");

        assertThat(export.code()).isZero();
        JsonNode result = JsonMapper.shared()
                .readTree(export.out())
                .path("runs")
                .path(0)
                .path("results")
                .path(0);
        assertThat(result.path("ruleId").asString()).isEqualTo("own-scenario");
        assertThat(result.path("message").path("text").asString())
                .isEqualTo("the answer's \"user.address.zip\" differs; expected 10247, got 1016 DW");
    }

    private Terminal run(String feature, String... more) throws IOException {
        Path features = Files.createDirectories(folder.resolve("my-features"));
        Files.writeString(features.resolve("own.feature"), feature, UTF_8);
        return Terminal.run(Stream.concat(
                        Stream.of(
                                "run",
                                "--skip-html",
                                "--features",
                                features.toString(),
                                "--reports",
                                folder.resolve("reports").toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private JsonNode json(String file) throws IOException {
        return JsonMapper.shared().readTree(text(file));
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve("reports/latest").resolve(file), UTF_8);
    }

    private List<String> allure() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("reports/latest/allure-results"))) {
            return files.filter(file -> file.toString().endsWith("-result.json"))
                    .map(file -> {
                        try {
                            return Files.readString(file, UTF_8);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }
}
