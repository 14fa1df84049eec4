package io.chargeproof.run;

import static io.chargeproof.run.Recordings.OTHER;
import static io.chargeproof.run.Recordings.ROW;
import static io.chargeproof.run.Recordings.finding;
import static io.chargeproof.run.Recordings.reach;
import static io.chargeproof.run.Recordings.row;
import static io.chargeproof.run.Recordings.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.check.Outcome;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.RequirementLevel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequirementEvaluationTest {
    /** Of a MUST in scope that was judged once: how its two scenarios ended, what was found in the first, and what is said. */
    @ParameterizedTest
    @CsvSource({
        "CONFORMS,      CONFORMS,      ,             CONFORMS,      ",
        "CONFORMS,      CONFORMS,      VIOLATION,    VIOLATION,     ",
        "CONFORMS,      CONFORMS,      WARNING,      WARNING,       ",
        "CONFORMS,      CONFORMS,      OBSERVATION,  CONFORMS,      ",
        "CONFORMS,      CONFORMS,      WAIVED,       WAIVED,        ",
        "CONFORMS,      HARNESS_ERROR, VIOLATION,    VIOLATION,     ",
        "CONFORMS,      HARNESS_ERROR, ,             HARNESS_ERROR, harness-error at f:2",
        "INCONCLUSIVE,  HARNESS_ERROR, ,             HARNESS_ERROR, harness-error at f:2",
        "NOT_TESTED,    INCONCLUSIVE,  ,             INCONCLUSIVE,  inconclusive at f:2",
        "CONFORMS,      INCONCLUSIVE,  ,             INCONCLUSIVE,  inconclusive at f:2",
        "CONFORMS,      CONFORMS,      INCONCLUSIVE, INCONCLUSIVE,  ",
        "NOT_TESTED,    CONFORMS,      INCONCLUSIVE, INCONCLUSIVE,  not-tested at f:1",
        "CONFORMS,      NOT_TESTED,    ,             NOT_TESTED,    not-tested at f:2",
        "CONFORMS,      NOT_TESTED,    WARNING,      NOT_TESTED,    not-tested at f:2",
        "CONFORMS,      NOT_TESTED,    WAIVED,       NOT_TESTED,    not-tested at f:2",
        "CONFORMS,      OUT_OF_SCOPE,  ,             CONFORMS,      ",
    })
    void says_the_first_that_applies_of_a_row_in_scope(
            Outcome first, Outcome second, @Nullable Outcome found, Outcome expected, @Nullable String reason) {
        RequirementResult result = assessed(
                1,
                found == null ? scenario("f:1", first) : scenario("f:1", first, finding(ROW, found)),
                scenario("f:2", second));

        assertThat(result.outcome()).isEqualTo(expected);
        assertThat(result.reason()).isEqualTo(reason);
        assertThat(result.scenarios()).containsExactly("f:1", "f:2");
    }

    @Test
    void counts_what_was_never_judged_as_not_tested() {
        assertThat(assessed(0, scenario("f:1", Outcome.CONFORMS)).reason())
                .isEqualTo("no scenario came to a judgement on it");
        RequirementResult spared = assessed(0, scenario("f:1", Outcome.OUT_OF_SCOPE));
        assertThat(spared.outcome()).isEqualTo(Outcome.NOT_TESTED);
        assertThat(spared.reason()).isEqualTo("out-of-scope at f:1");
    }

    @Test
    void takes_what_another_scenario_found_in_passing_for_the_row_too() {
        ScenarioResult other =
                scenario("f:9", List.of(OTHER), List.of("@oioi"), Outcome.CONFORMS, finding(ROW, Outcome.VIOLATION));

        RequirementResult result = assessed(1, scenario("f:1", Outcome.CONFORMS), other);

        assertThat(result.outcome()).isEqualTo(Outcome.VIOLATION);
        assertThat(result.scenarios()).containsExactly("f:1");
        assertThat(result.findings())
                .singleElement()
                .satisfies(located -> assertThat(located.scenario()).isEqualTo("f:9"));
    }

    @Test
    void lists_the_gravest_finding_first() {
        RequirementResult result = assessed(
                2,
                scenario("f:1", Outcome.CONFORMS, finding(ROW, Outcome.INCONCLUSIVE), finding(ROW, Outcome.VIOLATION)));

        assertThat(result.findings())
                .extracting(located -> located.finding().outcome())
                .containsExactly(Outcome.VIOLATION, Outcome.INCONCLUSIVE);
    }

    static Stream<Arguments> out_of_reach() {
        return Stream.of(
                arguments(null, null, Outcome.OUT_OF_SCOPE, "it is left out"),
                arguments(Outcome.VIOLATION, null, Outcome.VIOLATION, null),
                arguments(Outcome.WARNING, null, Outcome.WARNING, null),
                arguments(Outcome.WAIVED, null, Outcome.WAIVED, null),
                arguments(null, "nobody can see it", Outcome.OUT_OF_SCOPE, "nobody can see it"),
                arguments(Outcome.WARNING, "nobody can see it", Outcome.OUT_OF_SCOPE, "nobody can see it"),
                arguments(Outcome.WAIVED, "nobody can see it", Outcome.WAIVED, null),
                arguments(Outcome.VIOLATION, "nobody can see it", Outcome.VIOLATION, null));
    }

    @ParameterizedTest
    @MethodSource("out_of_reach")
    void says_of_a_row_that_is_out_of_scope_only_what_was_found_in_passing(
            @Nullable Outcome found, @Nullable String undecidable, Outcome expected, @Nullable String reason) {
        ScenarioResult scenario = found == null
                ? scenario("f:1", Outcome.CONFORMS)
                : scenario("f:1", Outcome.CONFORMS, finding(ROW, found));

        RequirementResult result = new RequirementEvaluation(
                        List.of(row(ROW, RequirementLevel.MUST, undecidable)),
                        reach(),
                        Recordings.evidence(1, scenario))
                .requirements()
                .get(0);

        assertThat(result.outcome()).isEqualTo(expected);
        assertThat(result.reason()).isEqualTo(reason);
    }

    @Test
    void leaves_open_what_stands_at_a_target_that_cannot_be_reached() {
        RunScope reach = new RunScope(id -> true, id -> "", Map.of(EvcNetModule.API, "nobody answers"));
        RequirementEvaluation assessment = new RequirementEvaluation(
                List.of(row(ROW, RequirementLevel.MUST), row(OTHER, RequirementLevel.OBSERVE)),
                reach,
                Recordings.evidence(1));

        assertThat(assessment.requirements())
                .extracting(RequirementResult::outcome, RequirementResult::reason)
                .containsExactly(tuple(Outcome.INCONCLUSIVE, "nobody answers"), tuple(Outcome.OBSERVATION, null));
    }

    @Test
    void tells_each_observation_once_with_the_checks_and_the_strength() {
        RunResults evidence = new RunResults(List.of(), Map.of(ROW, 3), Map.of(ROW, List.of("a", "b", "a")));

        RequirementResult result = new RequirementEvaluation(
                        List.of(row(ROW, RequirementLevel.MUST), row(OTHER, RequirementLevel.MUST)),
                        reach(ROW),
                        evidence)
                .requirements()
                .get(0);

        assertThat(result.observations()).containsExactly("a", "b");
        assertThat(result.checks()).isEqualTo(3);
        assertThat(result.strength()).isNotNull();
        assertThat(result.strength().caught())
                .isPositive()
                .isLessThanOrEqualTo(result.strength().defects());
        assertThat(result.strength().defects()).isLessThan(2 * result.strength().caught());
    }

    /** A scenario that nobody answered isn't made good by a waiver of what another one found. */
    @Test
    void shows_what_an_excused_violation_hid() {
        RequirementEvaluation assessment = new RequirementEvaluation(
                List.of(row(ROW, RequirementLevel.MUST)),
                reach(ROW),
                Recordings.evidence(
                        1,
                        scenario("f:1", Outcome.CONFORMS, finding(ROW, Outcome.VIOLATION)),
                        scenario("f:2", Outcome.INCONCLUSIVE)));

        assertThat(assessment.requirements().get(0).outcome()).isEqualTo(Outcome.VIOLATION);
        RequirementResult excused =
                assessment.excusing(located -> true).requirements().get(0);
        assertThat(excused.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(excused.reason()).isEqualTo("inconclusive at f:2");
        assertThat(excused.findings())
                .singleElement()
                .satisfies(located -> assertThat(located.finding().outcome()).isEqualTo(Outcome.WAIVED));
    }

    @ParameterizedTest
    @CsvSource({
        "VIOLATION,     false",
        "HARNESS_ERROR, true",
        "INCONCLUSIVE,  true",
        "NOT_TESTED,    true",
        "WARNING,       false",
        "WAIVED,        false",
        "OBSERVATION,   false",
        "CONFORMS,      false",
        "OUT_OF_SCOPE,  false"
    })
    void knows_what_leaves_a_row_undecided(Outcome outcome, boolean undecided) {
        assertThat(RequirementEvaluation.isUndecided(outcome)).isEqualTo(undecided);
    }

    private static RequirementResult assessed(int checks, ScenarioResult... scenarios) {
        return new RequirementEvaluation(
                        List.of(row(ROW, RequirementLevel.MUST)), reach(ROW), Recordings.evidence(checks, scenarios))
                .requirements()
                .get(0);
    }
}
