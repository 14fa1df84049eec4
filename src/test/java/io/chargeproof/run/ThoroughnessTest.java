package io.chargeproof.run;

import static io.chargeproof.run.Recordings.OTHER;
import static io.chargeproof.run.Recordings.ROW;
import static io.chargeproof.run.SelectionTest.options;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Findings;
import io.chargeproof.check.Outcome;
import io.chargeproof.profile.Depth;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.SampleRun;
import io.chargeproof.report.ScenarioResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThoroughnessTest {
    private static final List<SelectedScenario> ALL = List.of(
            SelectionTest.scenario(1, "@evc-net @EVC-CARD-1"),
            SelectionTest.scenario(2, "@evc-net @writes @EVC-CARD-1"),
            SelectionTest.scenario(3, "@evc-net @probe @EVC-CARD-1"),
            SelectionTest.scenario(4, "@oioi @OIOI-GET-10"));

    /** Whether all was tried that could break a row, by depth, by what was executed, and by where it was judged. */
    @ParameterizedTest
    @CsvSource({
        "STANDARD, false, ,      @evc-net,          true",
        "STANDARD, true,  ,      @evc-net,          false",
        "STANDARD, false, @oioi, @evc-net,          false",
        "STANDARD, false, ,      @evc-net @hostile, false",
        "FULL,     false, ,      @evc-net @hostile, true",
        "FULL,     true,  ,      @evc-net,          false"
    })
    void tells_whether_a_row_was_tried_whole(
            Depth depth, boolean readOnly, @Nullable String tags, String judgedIn, boolean whole) {
        Selection selection = new Selection(ALL, options(Targeted.PROFILE, depth, readOnly, tags, null, null));

        assertThat(Thoroughness.of(selection, List.of(judged(judgedIn)), depth).test(ROW))
                .isEqualTo(whole);
    }

    @Test
    void minds_only_hostile_scenarios_that_judged_the_row() {
        Selection selection = new Selection(ALL, options(Targeted.PROFILE, Depth.STANDARD, false, null, null, null));

        assertThat(Thoroughness.of(selection, List.of(judged("@evc-net @hostile")), Depth.STANDARD)
                        .test(OTHER))
                .isTrue();
    }

    /** Whether runs that were merged tried a row whole. */
    @ParameterizedTest
    @CsvSource({
        "standard, ,      false, ,    @evc-net,          true",
        "smoke,    ,      false, ,    @evc-net,          false",
        "standard, @oioi, false, ,    @evc-net,          false",
        "standard, ,      true,  ,    @evc-net,          false",
        "standard, ,      false, r-1, @evc-net,          false",
        "standard, ,      false, ,    @evc-net @hostile, false",
        "standard, ,      false, ,    @oioi @hostile,    true",
        "full,     ,      false, ,    @evc-net @hostile, true",
        "full,     ,      true,  ,    @evc-net @hostile, false"
    })
    void tells_it_of_merged_runs(
            String depth,
            @Nullable String tags,
            boolean readOnly,
            @Nullable String rerun,
            String executed,
            boolean whole) {
        RunReport sample = SampleRun.report();
        RunReport shard = new RunReport(
                new RunReport.Run("r", Instant.EPOCH, Instant.EPOCH, "0.1.0", 1, depth),
                new RunReport.Scope("", 0, 0, tags, "1/2", readOnly, rerun, false),
                sample.target(),
                sample.verdict(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(Thoroughness.ofWhole(shard, List.of(result(executed))).test(ROW))
                .isEqualTo(whole);
    }

    private static ScenarioRecorder.Recorded judged(String tags) {
        Findings findings = new Findings();
        findings.judged(ROW);
        return new ScenarioRecorder.Recorded(result(tags), findings);
    }

    private static ScenarioResult result(String tags) {
        return Recordings.scenario("f:1", List.of(ROW), List.of(tags.split(" ")), Outcome.CONFORMS);
    }
}
