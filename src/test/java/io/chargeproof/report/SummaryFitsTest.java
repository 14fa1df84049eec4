package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Build servers show no page of more than 1 MiB, so a target that breaks everything has to fit into less. */
class SummaryFitsTest {
    @Test
    void leaves_out_findings_and_says_how_many() {
        String page = page(5_000, "found ü ".repeat(40));

        assertThat(page.getBytes(UTF_8).length).isBetween(1, 900 * 1024);
        assertThat(page)
                .startsWith("non-conforming: ")
                .contains(
                        "\nNot all that was found fits here; `conformance.json` has it.\n",
                        "\n  - … 4980 more: see `conformance.json`\n",
                        "\n## Not tested\n",
                        "\n## Answers\n")
                .doesNotContain("The rest is left out");
    }

    @Test
    void leaves_out_what_is_long_by_itself() {
        String page = page(3, "x", List.of("x".repeat(1_000_000)));

        assertThat(page.getBytes(UTF_8).length).isBetween(1, 900 * 1024);
        assertThat(page).endsWith("\nThe rest is left out, as it doesn't fit here; `conformance.json` has it.\n");
        assertThat(page.lines().filter(line -> line.strip().startsWith("```")).count() % 2)
                .isZero();
    }

    @Test
    void leaves_out_nothing_that_fits() {
        assertThat(page(100, "found"))
                .doesNotContain("… ", "Not all that was found")
                .contains("found 99");
    }

    private static String page(int count, String message) {
        return page(count, message, SampleRun.report().notices());
    }

    private static String page(int count, String message, List<String> notices) {
        RunReport sample = SampleRun.report();
        RunReport grown = new RunReport(
                sample.run(),
                sample.scope(),
                sample.target(),
                sample.verdict(),
                sample.exitCode(),
                sample.requirements().stream()
                        .map(result -> grown(result, count, message))
                        .toList(),
                sample.scenarios(),
                sample.exchanges(),
                sample.leftovers(),
                notices);
        return SummaryMarkdown.of(RedactedReport.of(grown, SampleRun.options(Path.of("target", "no-reports"))));
    }

    private static RequirementResult grown(RequirementResult result, int count, String message) {
        if (!result.requirement().id().value().equals("EVC-CARD-1")) {
            return result;
        }
        List<LocatedFinding> findings = new ArrayList<>();
        Finding model = result.findings().get(0).finding();
        for (int number = 0; number < count; number++) {
            findings.add(new LocatedFinding(
                    new Finding(
                            model.requirement(),
                            model.outcome(),
                            message + " " + number,
                            model.expected(),
                            model.actual(),
                            model.evidence(),
                            model.attribution(),
                            model.repeat()),
                    "features/a.feature:" + number));
        }
        return new RequirementResult(
                result.requirement(),
                result.outcome(),
                result.reason(),
                result.checks(),
                result.strength(),
                result.scenarios(),
                findings,
                result.observations());
    }
}
