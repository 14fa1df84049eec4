package io.chargeproof.run;

import static io.chargeproof.run.Recordings.OTHER;
import static io.chargeproof.run.Recordings.ROW;
import static io.chargeproof.run.Recordings.finding;
import static io.chargeproof.run.Recordings.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.api.oioi.IdentifierType;
import io.chargeproof.api.oioi.UserRequests;
import io.chargeproof.check.Answers;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.profile.Waiver;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport.WaiverUse;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.RequirementLevel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiversTest {
    private static final Exchange READ = new Exchange(
            1,
            new UserRequests(Targeted.OIOI).read(UserRequests.user(IdentifierType.USERNAME, "a", null)),
            Answers.json(401, "{\"result\":{\"code\":140}}"),
            1,
            Instant.EPOCH,
            Duration.ZERO);

    /** Where a waiver holds, for a read that got 401 and code 140. */
    @ParameterizedTest
    @CsvSource({
        ",                  ,    ,    true",
        "user-get-details,  ,    ,    true",
        "user-post-details, ,    ,    false",
        ",                  401, ,    true",
        ",                  403, ,    false",
        ",                  ,    140, true",
        ",                  ,    144, false",
        "user-get-details,  401, 140, true",
        "user-post-details, 401, 140, false",
        "user-get-details,  403, 140, false",
        "user-get-details,  401, 144, false"
    })
    void excuses_where_it_says(
            @Nullable String operation, @Nullable Integer status, @Nullable Integer code, boolean excused) {
        Waivers waivers = new Waivers(List.of(waiver(operation, status, code)));

        assertThat(waivers.excuses(located(Outcome.VIOLATION, READ))).isEqualTo(excused);
    }

    @ParameterizedTest
    @CsvSource({
        "VIOLATION, true",
        "WARNING, true",
        "INCONCLUSIVE, false",
        "OBSERVATION, false",
        "HARNESS_ERROR, false",
        "WAIVED, false",
        "NOT_TESTED, false",
        "CONFORMS, false"
    })
    void excuses_breaches_alone(Outcome outcome, boolean excused) {
        Waivers waivers = new Waivers(List.of(waiver(null, null, null)));

        assertThat(waivers.excuses(located(outcome))).isEqualTo(excused);
    }

    @Test
    void excuses_only_its_own_row_and_nothing_narrower_without_evidence() {
        Waivers waivers = new Waivers(List.of(waiver(null, 401, null)));

        assertThat(waivers.excuses(located(Outcome.VIOLATION))).isFalse();
        assertThat(new Waivers(List.of(waiver(null, null, null)))
                        .excuses(new LocatedFinding(finding(OTHER, Outcome.VIOLATION), "f:1")))
                .isFalse();
        assertThat(new Waivers(List.of()).excuses(located(Outcome.VIOLATION))).isFalse();
    }

    /** What becomes of a scenario: how it ended, what was found, what of it is excused, and its outcome then. */
    @ParameterizedTest
    @CsvSource({
        "CONFORMS,      VIOLATION, WARNING,   all,   WAIVED",
        "CONFORMS,      VIOLATION, WARNING,   first, WARNING",
        "CONFORMS,      VIOLATION, WARNING,   none,  VIOLATION",
        "CONFORMS,      WARNING,   VIOLATION, first, VIOLATION",
        "NOT_TESTED,    VIOLATION, WARNING,   all,   NOT_TESTED",
        "HARNESS_ERROR, WARNING,   WARNING,   all,   HARNESS_ERROR"
    })
    void concludes_a_scenario_from_what_is_left(
            Outcome ending, Outcome first, Outcome second, String excused, Outcome outcome) {
        ScenarioResult before = scenario("f:1", ending, finding(ROW, first), finding(OTHER, second));

        ScenarioResult after = Waivers.excuse(
                before,
                located -> excused.equals("all")
                        || (excused.equals("first")
                                && located.finding().requirement().equals(ROW)));

        assertThat(after.outcome()).isEqualTo(outcome);
        assertThat(after.findings())
                .extracting(each -> each.outcome())
                .containsExactly(
                        excused.equals("none") ? first : Outcome.WAIVED,
                        excused.equals("all") ? Outcome.WAIVED : second);
    }

    @Test
    void knows_which_waivers_are_used() {
        Waivers waivers = new Waivers(List.of(
                waiver(null, 401, null), new Waiver(OTHER, null, null, null, "another", LocalDate.of(2030, 1, 31))));

        assertThat(waivers.uses(List.of(result(Outcome.VIOLATION, finding(ROW, Outcome.VIOLATION, READ)))))
                .containsExactly(new WaiverUse(ROW, "a reason", true), new WaiverUse(OTHER, "another", false));
    }

    /** A waiver is idle where its row was judged and it excused nothing. */
    @ParameterizedTest
    @CsvSource({
        "CONFORMS, true",
        "VIOLATION, true",
        "WARNING, true",
        "NOT_TESTED, false",
        "INCONCLUSIVE, false",
        "OUT_OF_SCOPE, false",
        "WAIVED, false"
    })
    void knows_which_are_idle(Outcome outcome, boolean idle) {
        WaiverUse unused = new WaiverUse(ROW, "a reason", false);
        WaiverUse used = new WaiverUse(ROW, "a reason", true);
        WaiverUse other = new WaiverUse(OTHER, "a reason", false);

        assertThat(Waivers.idle(List.of(unused, used, other), List.of(result(outcome))))
                .isEqualTo(idle ? List.of(unused) : List.of());
    }

    private static RequirementResult result(Outcome outcome, Finding... found) {
        return new RequirementResult(
                Recordings.row(ROW, RequirementLevel.MUST),
                outcome,
                null,
                1,
                null,
                List.of(),
                Stream.of(found).map(each -> new LocatedFinding(each, "f:1")).toList(),
                List.of());
    }

    private static LocatedFinding located(Outcome outcome, Exchange... evidence) {
        return new LocatedFinding(finding(ROW, outcome, evidence), "f:1");
    }

    private static Waiver waiver(@Nullable String operation, @Nullable Integer status, @Nullable Integer code) {
        return new Waiver(ROW, operation, status, code, "a reason", LocalDate.of(2030, 1, 31));
    }
}
