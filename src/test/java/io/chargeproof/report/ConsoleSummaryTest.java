package io.chargeproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Attribution;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.requirement.RequirementId;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleSummaryTest {
    /** Only what has to stay whole is wider: the first line, commands, answers, paths. */
    @Test
    void is_as_wide_as_the_terminal() {
        String summary = ConsoleSummary.of(
                RedactedReport.of(SampleRun.report(), SampleRun.options(Path.of("target", "no-reports"))), 60, false);

        assertThat(summary.lines()
                        .skip(1)
                        .filter(line -> !line.contains("curl -sS ")
                                && !line.matches(" {12}\\S.*|interface .*|evc-net .*|oioi .*")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
    }

    private static final Path RUN = Path.of("reports", "run");

    private final ReportOptions options = SampleRun.options(Path.of("target", "no-reports"));
    private final RunReport sample = SampleRun.report();

    @Test
    void begins_with_verdict_and_scope() {
        assertThat(firstLine(
                        Verdict.CONFORMING, new RunReport.Scope("41 of 69 MUSTs", 41, 41, null, null, true), "full"))
                .isEqualTo("conforming: 41 of 69 MUSTs in scope (read-only), 41 decided");
        assertThat(firstLine(
                        Verdict.INCOMPLETE,
                        new RunReport.Scope("20 of 69 MUSTs", 20, 7, "@oioi and not @writes", "1/3", false),
                        "smoke"))
                .isEqualTo("incomplete: 20 of 69 MUSTs in scope"
                        + " (smoke depth, tags @oioi and not @writes, shard 1/3), 7 decided");
    }

    @Test
    void colours_words_only_when_asked() {
        assertThat(ConsoleSummary.of(sample, options, RUN, false)).doesNotContain("\u001b");
        assertThat(ConsoleSummary.of(sample, options, RUN, true))
                .startsWith("\u001b[31mnon-conforming: 6 of 69 MUSTs in scope, 3 decided\u001b[0m\n")
                .contains("\n\u001b[33mWARNING\u001b[0m OIOI-GET-12 (SHOULD): The sentence of OIOI-GET-12.\n");
    }

    @Test
    void lets_no_value_of_the_target_reach_the_terminal_raw() {
        String summary = ConsoleSummary.of(withFindings(1, "\u001b[2J\u0007 a\nb \u202egnp"), options, RUN, false);

        assertThat(summary).contains("  actual:   \\u001b[2J\\u0007 a\\nb \\u202egnp\n");
    }

    @Test
    void folds_at_120_columns_and_cuts_long_values() {
        String summary = ConsoleSummary.of(withFindings(1, "word ".repeat(200).strip()), options, RUN, false);

        assertThat(summary.lines()).allMatch(line -> line.length() <= 120);
        assertThat(summary).contains("… (999 characters, in\n            full in conformance.json)\n");
    }

    @Test
    void shows_what_was_found_alike_once() {
        String summary = ConsoleSummary.of(withFindings(5, "x"), options, RUN, false);

        assertThat(summary.lines().filter(line -> line.startsWith("  actual:"))).hasSize(1);
        assertThat(summary).contains("\n  where:    features/some.feature:1 and 4 other scenarios\n");
    }

    private String firstLine(Verdict verdict, RunReport.Scope scope, String depth) {
        RunReport.Run run = sample.run();
        RunReport report = new RunReport(
                new RunReport.Run(run.id(), run.started(), run.finished(), run.version(), run.seed(), depth),
                scope,
                sample.target(),
                verdict,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return ConsoleSummary.of(report, options, RUN, false)
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private RunReport withFindings(int count, String actual) {
        Finding finding = new Finding(
                new RequirementId("EVC-CARD-1"),
                Outcome.VIOLATION,
                "it went wrong",
                "right",
                actual,
                List.of(),
                Attribution.TARGET,
                null);
        RequirementResult result = sample.requirements().get(3);
        RequirementResult changed = new RequirementResult(
                result.requirement(),
                Outcome.VIOLATION,
                null,
                count,
                null,
                result.scenarios(),
                IntStream.rangeClosed(1, count)
                        .mapToObj(line -> new LocatedFinding(finding, "features/some.feature:" + line))
                        .toList(),
                List.of());
        return new RunReport(
                sample.run(),
                sample.scope(),
                sample.target(),
                Verdict.NON_CONFORMING,
                1,
                List.of(changed),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
