package io.chargeproof.run;

import static io.chargeproof.run.Recordings.OTHER;
import static io.chargeproof.run.Recordings.ROW;
import static io.chargeproof.run.Recordings.finding;
import static io.chargeproof.run.Recordings.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.api.UsageException;
import io.chargeproof.check.Outcome;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RerunTest {
    private static final ScenarioResult BROKEN = scenario("f:1", Outcome.VIOLATION, "@evc-net", "@one");
    private static final ScenarioResult FINE = scenario("f:2", Outcome.CONFORMS, "@evc-net", "@two");

    @ParameterizedTest
    @CsvSource({
        "VIOLATION, true",
        "HARNESS_ERROR, true",
        "INCONCLUSIVE, true",
        "NOT_TESTED, true",
        "WARNING, true",
        "WAIVED, false",
        "OBSERVATION, false",
        "CONFORMS, false",
        "OUT_OF_SCOPE, false"
    })
    void repeats_what_did_not_conform(Outcome outcome, boolean repeated) {
        Rerun rerun = of(List.of(), BROKEN, scenario("f:3", outcome, "@three"));

        assertThat(rerun.run()).isEqualTo("r-1");
        assertThat(rerun.includes("f:3", List.of("@three"))).isEqualTo(repeated);
    }

    /** By its place; and by its tags where another stands there now, or none. */
    @ParameterizedTest
    @CsvSource({
        "f:1, @evc-net @one, true",
        "f:1, @one @evc-net, true",
        "f:2, @evc-net @two, false",
        "f:7, @evc-net @one, true",
        "f:2, @evc-net @one, true",
        "f:7, @evc-net @two, false",
        "f:1, @evc-net,      false"
    })
    void knows_a_scenario_again(String location, String tags, boolean included) {
        assertThat(of(List.of(), BROKEN, FINE).includes(location, List.of(tags.split(" "))))
                .isEqualTo(included);
    }

    /** Nothing that was executed tells why it is open. */
    @Test
    void repeats_all_of_a_row_that_no_open_scenario_is_about() {
        Rerun rerun = of(List.of(result(ROW, Outcome.NOT_TESTED, List.of("f:2"))), BROKEN, FINE);

        assertThat(rerun.includes("f:2", List.of("@evc-net", "@two", "@EVC-CARD-1")))
                .isTrue();
        assertThat(rerun.includes("f:2", List.of("@evc-net", "@two"))).isFalse();
    }

    @Test
    void repeats_no_more_of_a_row_than_the_open_scenarios_that_are_about_it() {
        LocatedFinding found = new LocatedFinding(finding(OTHER, Outcome.VIOLATION), "f:1");
        RequirementResult inPassing = new RequirementResult(
                row(OTHER, RequirementLevel.MUST),
                Outcome.VIOLATION,
                null,
                1,
                null,
                List.of(),
                List.of(found),
                List.of());

        Rerun rerun = of(List.of(result(ROW, Outcome.VIOLATION, List.of("f:1")), inPassing), BROKEN, FINE);

        assertThat(rerun.requirements()).isEmpty();
    }

    @Test
    void repeats_nothing_of_a_row_that_conformed() {
        Rerun rerun = of(List.of(result(ROW, Outcome.CONFORMS, List.of())), BROKEN);

        assertThat(rerun.requirements()).isEmpty();
    }

    @Test
    void needs_something_that_is_left() {
        assertThatThrownBy(() -> of(List.of(result(ROW, Outcome.CONFORMS, List.of("f:2"))), FINE))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "--rerun: everything that run r-1 executed conformed, so nothing is left to run again; leave"
                                + " --rerun out to run it all");
        assertThat(of(List.of(result(ROW, Outcome.NOT_TESTED, List.of())), FINE).requirements())
                .containsExactly("@EVC-CARD-1");
    }

    private static Rerun of(List<RequirementResult> rows, ScenarioResult... scenarios) {
        return Rerun.of(new RecordedRun(Path.of(""), Recordings.report(rows, List.of(scenarios), List.of())));
    }

    private static RequirementResult result(RequirementId id, Outcome outcome, List<String> scenarios) {
        return new RequirementResult(
                row(id, RequirementLevel.MUST), outcome, null, 1, null, scenarios, List.of(), List.of());
    }

    private static ScenarioResult scenario(String location, Outcome outcome, String... tags) {
        return Recordings.scenario(location, List.of(ROW), List.of(tags), outcome);
    }
}
