package io.chargeproof.run;

import static io.chargeproof.run.Recordings.OTHER;
import static io.chargeproof.run.Recordings.ROW;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Findings;
import io.chargeproof.check.Outcome;
import io.chargeproof.profile.Depth;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.scenario.ScenarioRegister;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenarioRecorderTest {
    private static final SelectedScenario CREATE = SelectionTest.scenario(2, "@evc-net @EVC-CARD-1");
    private static final SelectedScenario SPARED = SelectionTest.scenario(1, "@evc-net @optional @EVC-CARD-1");
    private static final SelectedScenario OWN = SelectionTest.scenario(3, "@mine");

    private final ScenarioRecorder recorder = new ScenarioRecorder(
            new Selection(
                    List.of(CREATE, SPARED, OWN),
                    SelectionTest.options(Targeted.PROFILE, Depth.FULL, false, null, null, null)),
            new ScenarioRegister(),
            RunProgress.NONE);

    @Test
    void calls_not_tested_what_has_not_ended_when_it_is_closed() {
        assertThat(recorder.close(List.of(CREATE, SPARED, OWN), "the run was stopped"))
                .isTrue();

        List<ScenarioResult> results =
                recorder.all().stream().map(ScenarioRecorder.Recorded::result).toList();
        assertThat(results).extracting(ScenarioResult::location).containsExactly("f:1", "f:2", "f:3");
        assertThat(results)
                .extracting(ScenarioResult::outcome)
                .containsExactly(Outcome.OUT_OF_SCOPE, Outcome.NOT_TESTED, Outcome.NOT_TESTED);
        assertThat(results).extracting(ScenarioResult::reason).containsOnly("the run was stopped");
        assertThat(results).extracting(result -> result.findings().size()).containsExactly(0, 0, 1);
    }

    @Test
    void has_nothing_left_to_say_the_second_time() {
        recorder.close(List.of(CREATE), "the run was stopped");

        assertThat(recorder.close(List.of(CREATE), "again")).isFalse();
        assertThat(recorder.close(List.of(), "again")).isFalse();
        assertThat(recorder.all())
                .singleElement()
                .satisfies(one -> assertThat(one.result().reason()).isEqualTo("the run was stopped"));
    }

    @Test
    void adds_up_what_was_judged_and_observed() {
        Findings one = new Findings();
        one.judged(ROW);
        one.judged(ROW);
        one.observed(ROW, "seen");
        Findings other = new Findings();
        other.judged(ROW);
        other.judged(OTHER);
        other.observed(ROW, "seen again");
        ScenarioResult result = Recordings.scenario("f:1", Outcome.CONFORMS);

        RunResults results = RunResults.of(
                List.of(new ScenarioRecorder.Recorded(result, one), new ScenarioRecorder.Recorded(result, other)));

        assertThat(results)
                .isEqualTo(new RunResults(
                        List.of(result, result), Map.of(ROW, 3, OTHER, 1), Map.of(ROW, List.of("seen", "seen again"))));
    }
}
