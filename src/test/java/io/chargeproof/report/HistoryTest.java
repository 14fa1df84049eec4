package io.chargeproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.requirement.RequirementId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final RequirementId CARD = new RequirementId("EVC-CARD-1");

    @TempDir
    Path reports;

    @Test
    void reads_back_what_a_run_left_in_it() {
        RunReport clean = RedactedReport.of(SampleRun.report(), SampleRun.options(reports))
                .report();
        new ReportWriter(List.of()).write(SampleRun.report(), SampleRun.options(reports));

        assertThat(History.in(reports).runs()).containsExactly(RunOutline.of(clean, "2026-03-01T10-00-00Z-acceptance"));
    }

    @Test
    void passes_over_lines_that_somebody_mangled() throws IOException {
        Files.writeString(reports.resolve("history.jsonl"), "{\"run\": \"x\"}\nno JSON\n\n[]\n");

        assertThat(History.in(reports).runs()).isEmpty();
    }

    @Test
    void knows_the_run_with_which_a_series_of_breaches_began() {
        History history = new History(List.of(
                OutlineOf.run(1, "EVC-CARD-1 violation"),
                OutlineOf.run(2, "EVC-CARD-1 conforms"),
                OutlineOf.run(3, "EVC-CARD-1 violation"),
                OutlineOf.run(4, "EVC-CARD-1 inconclusive"),
                OutlineOf.run(5, "EVC-CARD-1 waived")));

        assertThat(history.brokenSince(CARD)).map(RunOutline::id).contains("run3");
        assertThat(new History(history.runs().subList(0, 2)).brokenSince(CARD)).isEmpty();
    }

    @Test
    void is_told_on_each_requirement_that_is_broken() {
        History earlier = new History(List.of(
                OutlineOf.run(1, "EVC-CARD-1 violation", "EVC-CARD-2 conforms"),
                OutlineOf.run(2, "EVC-CARD-1 violation", "EVC-CARD-2 conforms")));
        RunOutline run = OutlineOf.run(
                3, "EVC-CARD-1 violation", "EVC-CARD-2 violation", "EVC-CARD-3 warning", "EVC-CARD-4 conforms");
        RunHistoryContext background = new RunHistoryContext(run, earlier, earlier.newest());

        assertThat(background.since(CARD)).isEqualTo("run run1 of 2026-03-01T01:00:00Z");
        assertThat(background.since(new RequirementId("EVC-CARD-2")))
                .isEqualTo("this run (conforms in run run2 of 2026-03-01T02:00:00Z)");
        assertThat(background.since(new RequirementId("EVC-CARD-3"))).isEmpty();
        assertThat(background.since(new RequirementId("EVC-CARD-4"))).isEmpty();
    }

    @Test
    void gives_way_to_a_run_that_is_named() {
        RunOutline run = OutlineOf.run(3, "EVC-CARD-1 violation");
        RunHistoryContext background = new RunHistoryContext(
                run, new History(List.of()), java.util.Optional.of(OutlineOf.run(1, "EVC-CARD-1 violation")));

        assertThat(background.since(CARD)).isEqualTo("run run1 of 2026-03-01T01:00:00Z or before");
    }

    @Test
    void is_of_one_target_and_of_what_came_before() {
        new ReportWriter(List.of()).write(SampleRun.report(), SampleRun.options(reports));
        RunOutline sample = History.in(reports).runs().get(0);

        assertThat(History.in(reports).before(sample).runs()).isEmpty();
        assertThat(new History(List.of(OutlineOf.run(1), sample)).before(sample).runs())
                .containsExactly(OutlineOf.run(1));
        assertThat(RedactedReport.of(SampleRun.report(), SampleRun.options(reports))
                        .comparison())
                .isEmpty();
    }

    @Test
    void offers_the_newest_run_that_was_asked_the_same_and_else_the_newest() {
        RunOutline whole = OutlineOf.run(1, "EVC-CARD-1 conforms");
        RunOutline narrow = OutlineOf.narrowed(OutlineOf.run(2, "EVC-CARD-1 conforms"), "@EVC-CARD-1");
        History history = new History(List.of(whole, narrow));

        assertThat(history.nearest(OutlineOf.run(3))).contains(whole);
        assertThat(history.nearest(OutlineOf.narrowed(OutlineOf.run(3), "@EVC-CARD-1")))
                .contains(narrow);
        assertThat(history.nearest(OutlineOf.narrowed(OutlineOf.run(3), "@oioi")))
                .contains(narrow);
    }

    @Test
    void takes_another_address_for_another_target_but_for_a_sandbox() {
        RunOutline run = OutlineOf.run(2);
        RunReport.Target target = run.target();
        RunReport.Target moved = new RunReport.Target(
                target.name(), target.kind(), new TreeMap<>(Map.of("evc-net", "https://elsewhere.example.com")));
        RunReport.Target sandbox =
                new RunReport.Target("sandbox", "sandbox", new TreeMap<>(Map.of("evc-net", "http://127.0.0.1:1")));
        RunReport.Target again =
                new RunReport.Target("sandbox", "sandbox", new TreeMap<>(Map.of("evc-net", "http://127.0.0.1:2")));

        assertThat(new History(List.of(OutlineOf.at(OutlineOf.run(1), moved)))
                        .before(run)
                        .runs())
                .isEmpty();
        assertThat(new History(List.of(OutlineOf.at(OutlineOf.run(1), sandbox)))
                        .before(OutlineOf.at(run, again))
                        .runs())
                .hasSize(1);
    }

    @Test
    void tells_a_run_what_changed_since_the_last_one() throws IOException {
        Files.writeString(reports.resolve("history.jsonl"), HistoryLine.of(repaired(), reports.resolve("before")));
        RedactedReport report = RedactedReport.of(SampleRun.report(), SampleRun.options(reports));

        String console = ConsoleSummary.of(report, Path.of("reports", "run"), false);
        String markdown = SummaryMarkdown.of(report);

        assertThat(console)
                .contains(
                        "\nsince run r-0 of 2026-03-01T09:00:00Z: 4 newly broken\n",
                        "\n  since:    this run (conforms in run r-0 of 2026-03-01T09:00:00Z)\n",
                        "\nNewly broken:\n  EVC-CARD-1: violation, was conforms\n");
        assertThat(markdown)
                .contains(
                        "\n## Changes\n\nsince run r-0 of 2026-03-01T09:00:00Z: 4 newly broken\n\n### Newly broken\n\n",
                        "\nBroken since this run (conforms in run r-0 of 2026-03-01T09:00:00Z).\n");
    }

    private static RunReport repaired() {
        RunReport sample = SampleRun.report();
        RunReport.Run run = sample.run();
        return new RunReport(
                new RunReport.Run(
                        "r-0",
                        run.started().minusSeconds(3600),
                        run.started().minusSeconds(3500),
                        run.version(),
                        run.seed(),
                        run.depth()),
                sample.scope(),
                sample.target(),
                sample.verdict(),
                0,
                sample.requirements().stream()
                        .map(result -> new RequirementResult(
                                result.requirement(),
                                result.outcome().isBreach() ? io.chargeproof.check.Outcome.CONFORMS : result.outcome(),
                                null,
                                1,
                                null,
                                List.of(),
                                List.of(),
                                List.of()))
                        .toList(),
                List.of(),
                sample.exchanges(),
                List.of(),
                List.of());
    }
}
