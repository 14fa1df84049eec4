package io.chargeproof.run;

import static io.chargeproof.run.Recordings.OTHER;
import static io.chargeproof.run.Recordings.ROW;
import static io.chargeproof.run.Recordings.evidence;
import static io.chargeproof.run.Recordings.finding;
import static io.chargeproof.run.Recordings.reach;
import static io.chargeproof.run.Recordings.row;
import static io.chargeproof.run.Recordings.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.profile.Waiver;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.RunReport.WaiverUse;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictCalculatorTest {
    private static final VerdictPolicy PLAIN = new VerdictPolicy(false, null, null, null, false);
    private static final Waiver WAIVER =
            new Waiver(ROW, null, null, null, "until release 14", LocalDate.of(2030, 1, 31));

    /** What is found and how the one scenario ends, for a row of each level, and what the run says and exits with. */
    @ParameterizedTest
    @CsvSource({
        "MUST,    CONFORMS,      ,            false, CONFORMING,     0",
        "MUST,    CONFORMS,      VIOLATION,   false, NON_CONFORMING, 1",
        "MUST,    HARNESS_ERROR, ,            false, INCOMPLETE,     3",
        "MUST,    INCONCLUSIVE,  ,            false, INCOMPLETE,     3",
        "MUST,    NOT_TESTED,    ,            false, INCOMPLETE,     3",
        "MUST,    INCONCLUSIVE,  VIOLATION,   false, NON_CONFORMING, 1",
        "SHOULD,  CONFORMS,      WARNING,     false, CONFORMING,     0",
        "SHOULD,  CONFORMS,      WARNING,     true,  NON_CONFORMING, 1",
        "SHOULD,  CONFORMS,      ,            true,  CONFORMING,     0",
        "SHOULD,  INCONCLUSIVE,  ,            false, CONFORMING,     0",
        "SHOULD,  NOT_TESTED,    ,            true,  CONFORMING,     0",
        "OBSERVE, NOT_TESTED,    ,            false, CONFORMING,     0",
        "OBSERVE, CONFORMS,      OBSERVATION, true,  CONFORMING,     0",
    })
    void says_of_a_target_what_its_rows_say(
            RequirementLevel level,
            Outcome ending,
            @Nullable Outcome found,
            boolean failOnWarning,
            Verdict verdict,
            int exitCode) {
        ScenarioResult scenario =
                found == null ? scenario("f:1", ending) : scenario("f:1", ending, finding(ROW, found));

        VerdictCalculator conclusion =
                conclusion(new VerdictPolicy(failOnWarning, null, null, null, false), level, List.of(), scenario);

        assertThat(conclusion.verdict()).isEqualTo(verdict);
        assertThat(conclusion.exitCode()).isEqualTo(exitCode);
    }

    /** A scenario of one's own that names no row counts for itself. */
    @ParameterizedTest
    @CsvSource({
        "CONFORMS,      CONFORMING",
        "VIOLATION,     NON_CONFORMING",
        "HARNESS_ERROR, INCOMPLETE",
        "INCONCLUSIVE,  INCOMPLETE",
        "NOT_TESTED,    INCOMPLETE",
        "OUT_OF_SCOPE,  CONFORMING"
    })
    void counts_scenarios_that_name_no_row(Outcome ending, Verdict verdict) {
        ScenarioResult own = scenario("own:1", List.of(), List.of(), ending);

        assertThat(conclusion(PLAIN, RequirementLevel.MUST, List.of(), scenario("f:1", Outcome.CONFORMS), own)
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void is_incomplete_where_something_is_not_as_before() {
        VerdictCalculator conclusion = new VerdictCalculator(
                PLAIN,
                assessment(RequirementLevel.MUST, scenario("f:1", Outcome.CONFORMS)),
                List.of(),
                List.of("a user isn't as before"),
                located -> false,
                found -> List.of(),
                id -> true);

        assertThat(conclusion.verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void leaves_out_of_the_verdict_what_is_out_of_scope() {
        ScenarioResult other = scenario("f:1", List.of(OTHER), List.of("@oioi"), Outcome.NOT_TESTED);
        RequirementEvaluation narrow =
                new RequirementEvaluation(List.of(row(OTHER, RequirementLevel.MUST)), reach(ROW), evidence(0, other));

        assertThat(concluded(narrow, List.of(), other).verdict()).isEqualTo(Verdict.CONFORMING);
    }

    /** What a waiver of the row's one violation leaves: how the row's second scenario ends, and what is said then. */
    @ParameterizedTest
    @CsvSource({
        "CONFORMS,      WAIVED,        CONFORMING,     0",
        "INCONCLUSIVE,  INCONCLUSIVE,  INCOMPLETE,     3",
        "NOT_TESTED,    NOT_TESTED,    INCOMPLETE,     3",
        "HARNESS_ERROR, HARNESS_ERROR, INCOMPLETE,     3"
    })
    void excuses_a_violation_and_nothing_else(Outcome second, Outcome outcome, Verdict verdict, int exitCode) {
        VerdictCalculator conclusion = conclusion(
                PLAIN,
                RequirementLevel.MUST,
                List.of(WAIVER),
                scenario("f:1", Outcome.CONFORMS, finding(ROW, Outcome.VIOLATION)),
                scenario("f:2", second));

        assertThat(conclusion.results()).extracting(RequirementResult::outcome).containsExactly(outcome);
        assertThat(conclusion.scenarios()).extracting(ScenarioResult::outcome).containsExactly(Outcome.WAIVED, second);
        assertThat(conclusion.verdict()).isEqualTo(verdict);
        assertThat(conclusion.exitCode()).isEqualTo(exitCode);
        assertThat(conclusion.idleWaivers()).isEmpty();
        assertThat(conclusion.waivers()).containsExactly(new WaiverUse(ROW, "until release 14", true));
    }

    @Test
    void asks_for_a_waiver_to_be_taken_out_that_excuses_nothing_any_more() {
        VerdictCalculator conclusion =
                conclusion(PLAIN, RequirementLevel.MUST, List.of(WAIVER), scenario("f:1", Outcome.CONFORMS));

        assertThat(conclusion.verdict()).isEqualTo(Verdict.CONFORMING);
        assertThat(conclusion.exitCode()).isEqualTo(2);
        assertThat(conclusion.idleWaivers())
                .containsExactly(
                        "the waiver of EVC-CARD-1 (\"until release 14\") excuses nothing any more; take it out of"
                                + " the profile (until then a run that conforms exits with 2)");
    }

    /** Whoever tried a part only can't know. */
    @ParameterizedTest
    @CsvSource({"1/2, , true", ", r-1, true", ", , false"})
    void lets_a_waiver_be_where_only_a_part_was_tried(@Nullable String shard, @Nullable String rerun, boolean whole) {
        VerdictCalculator conclusion = new VerdictCalculator(
                new VerdictPolicy(false, null, shard, rerun, false),
                assessment(RequirementLevel.MUST, scenario("f:1", Outcome.CONFORMS)),
                List.of(),
                List.of(),
                located -> false,
                new Waivers(List.of(WAIVER))::uses,
                id -> whole);

        assertThat(conclusion.exitCode()).isZero();
        assertThat(conclusion.idleWaivers())
                .containsExactly(
                        "the waiver of EVC-CARD-1 (\"until release 14\") excused nothing in this run, which tried"
                                + " only a part of what could need it");
    }

    @Test
    void says_nothing_of_a_waiver_whose_row_was_not_decided() {
        VerdictCalculator conclusion =
                conclusion(PLAIN, RequirementLevel.MUST, List.of(WAIVER), scenario("f:1", Outcome.NOT_TESTED));

        assertThat(conclusion.idleWaivers()).isEmpty();
        assertThat(conclusion.exitCode()).isEqualTo(3);
    }

    @Test
    void counts_the_musts_in_scope_and_those_that_are_decided() {
        RequirementEvaluation assessment = new RequirementEvaluation(
                List.of(
                        row(ROW, RequirementLevel.MUST),
                        row(OTHER, RequirementLevel.MUST),
                        row(id("EVC-CARD-2"), RequirementLevel.MUST, "nobody can see it"),
                        row(id("EVC-CARD-3"), RequirementLevel.MUST),
                        row(id("EVC-CARD-4"), RequirementLevel.SHOULD)),
                reach(ROW, OTHER, id("EVC-CARD-2"), id("EVC-CARD-4")),
                evidence(1, scenario("f:1", List.of(OTHER), List.of(), Outcome.INCONCLUSIVE)));

        assertThat(new VerdictCalculator(
                                new VerdictPolicy(true, "@oioi", "1/2", "r-1", true),
                                assessment,
                                List.of(),
                                List.of(),
                                located -> false,
                                found -> List.of(),
                                id -> true)
                        .scope())
                .isEqualTo(new RunReport.Scope("2 of 4 MUSTs", 2, 1, "@oioi", "1/2", true, "r-1", true));
    }

    private static RequirementId id(String value) {
        return new RequirementId(value);
    }

    private static RequirementEvaluation assessment(RequirementLevel level, ScenarioResult... scenarios) {
        return new RequirementEvaluation(List.of(row(ROW, level)), reach(ROW), evidence(1, scenarios));
    }

    private static VerdictCalculator conclusion(
            VerdictPolicy terms, RequirementLevel level, List<Waiver> waivers, ScenarioResult... scenarios) {
        Waivers all = new Waivers(waivers);
        return new VerdictCalculator(
                terms,
                assessment(level, scenarios),
                List.of(scenarios),
                List.of(),
                all::excuses,
                all::uses,
                id -> true);
    }

    private static VerdictCalculator concluded(
            RequirementEvaluation assessment, List<Waiver> waivers, ScenarioResult... scenarios) {
        Waivers all = new Waivers(waivers);
        return new VerdictCalculator(
                PLAIN, assessment, List.of(scenarios), List.of(), all::excuses, all::uses, id -> true);
    }
}
