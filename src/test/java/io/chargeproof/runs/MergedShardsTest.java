package io.chargeproof.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.api.UsageException;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.RunReport.WaiverUse;
import io.chargeproof.report.SampleRun;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.RequirementId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedShardsTest {
    private static final RunReport SAMPLE = SampleRun.report();
    private static final ScenarioResult SCENARIO = SAMPLE.scenarios().get(0);
    private static final RequirementResult CARD = SAMPLE.requirements().get(3);
    private static final LocatedFinding FOUND = CARD.findings().get(0);
    private static final WaiverUse WAIVER = new WaiverUse(new RequirementId("EVC-CARD-1"), "until release 14", true);
    private static final WaiverUse UNUSED = new WaiverUse(WAIVER.requirement(), WAIVER.reason(), false);

    @Test
    void keep_a_waiver_that_one_of_them_needs() {
        RecordedRun needs = shard("1/2", Outcome.WAIVED, List.of(as(Outcome.WAIVED)), WAIVER);
        RecordedRun doesNot = shard("2/2", Outcome.CONFORMS, List.of(), UNUSED);

        RunReport merged = MergedShards.of(List.of(doesNot, needs), false).report();

        assertThat(merged.requirements().get(0).outcome()).isEqualTo(Outcome.WAIVED);
        assertThat(merged.verdict()).isEqualTo(Verdict.CONFORMING);
        assertThat(merged.notices()).containsExactly("merged from 2 shards");
        assertThat(merged.waivers()).containsExactly(WAIVER);
    }

    @Test
    void say_that_no_shard_needs_a_waiver() {
        RecordedRun one = shard("1/2", Outcome.CONFORMS, List.of(), UNUSED);
        RecordedRun other = shard("2/2", Outcome.CONFORMS, List.of(), UNUSED);

        RunReport merged = MergedShards.of(List.of(one, other), false).report();

        assertThat(merged.verdict()).isEqualTo(Verdict.CONFORMING);
        assertThat(merged.exitCode()).isEqualTo(2);
        assertThat(merged.notices())
                .containsExactly(
                        "the waiver of EVC-CARD-1 (\"until release 14\") excuses nothing any more; take it out of the"
                                + " profile (until then a run that conforms exits with 2)",
                        "merged from 2 shards");
    }

    @Test
    void leave_open_what_one_of_them_could_not_test() {
        RecordedRun without = shard("1/2", Outcome.NOT_TESTED, List.of());
        RecordedRun with = shard("2/2", Outcome.CONFORMS, List.of());

        assertThat(MergedShards.of(List.of(without, with), false).report().requirements())
                .map(RequirementResult::outcome)
                .containsExactly(Outcome.NOT_TESTED);
    }

    @Test
    void number_their_exchanges_through() {
        RecordedRun one = shard("1/2", Outcome.VIOLATION, List.of(FOUND));
        RecordedRun other = shard("2/2", Outcome.VIOLATION, List.of(FOUND));

        RecordedRun merged = MergedShards.of(List.of(one, other), false);

        assertThat(merged.report().exchanges())
                .map(exchange -> exchange.number())
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(merged.report().requirements().get(0).findings())
                .map(located -> located.finding().evidence().get(0).number())
                .containsExactly(2L, 4L);
    }

    @Test
    void are_all_there_once() {
        RecordedRun one = shard("1/2", Outcome.CONFORMS, List.of());

        assertThatThrownBy(() -> MergedShards.of(List.of(one), false))
                .isInstanceOf(UsageException.class)
                .hasMessage("shard 2/2 is missing; name the runs of all 2 shards");
        assertThatThrownBy(() -> MergedShards.of(List.of(one, one), false))
                .hasMessage("shard 1/2 is named twice, " + Path.of("run-1") + " being one; name each shard once");
        assertThatThrownBy(() -> MergedShards.of(List.of(new RecordedRun(Path.of("x"), SAMPLE)), false))
                .hasMessage("x is no shard; run it with --shard, or name another");
        assertThatThrownBy(() -> MergedShards.of(List.of(one, shard("1/3", Outcome.CONFORMS, List.of())), false))
                .hasMessage("run-1 is shard 1/3, and run-1 is shard 1/2; name the shards of one whole");
    }

    private static LocatedFinding as(Outcome outcome) {
        return new LocatedFinding(FOUND.finding().as(outcome), FOUND.scenario());
    }

    private static RecordedRun shard(
            String shard, Outcome outcome, List<LocatedFinding> findings, WaiverUse... waivers) {
        RequirementResult result = new RequirementResult(
                CARD.requirement(),
                outcome,
                outcome == Outcome.NOT_TESTED ? "no cards" : null,
                outcome == Outcome.NOT_TESTED ? 0 : 1,
                null,
                List.of(SCENARIO.location()),
                findings,
                List.of());
        RunReport report = new RunReport(
                SAMPLE.run(),
                new RunReport.Scope("1 of 1 MUSTs", 1, 1, null, shard, false),
                SAMPLE.target(),
                Verdict.CONFORMING,
                0,
                List.of(result),
                List.of(scenario(
                        outcome, findings.stream().map(LocatedFinding::finding).toList())),
                List.of(SampleRun.CREATE, SampleRun.ATTACH),
                List.of(),
                List.of(),
                List.of(waivers));
        return new RecordedRun(Path.of("run-" + shard.charAt(0)), report);
    }

    private static ScenarioResult scenario(Outcome outcome, List<Finding> findings) {
        return new ScenarioResult(
                SCENARIO.name(),
                SCENARIO.location(),
                SCENARIO.api(),
                SCENARIO.feature(),
                SCENARIO.rule(),
                SCENARIO.requirements(),
                SCENARIO.tags(),
                outcome,
                outcome.isBreach() ? Outcome.CONFORMS : outcome,
                SCENARIO.reason(),
                SCENARIO.started(),
                SCENARIO.duration(),
                SCENARIO.steps(),
                SCENARIO.exchanges(),
                findings,
                List.of());
    }
}
