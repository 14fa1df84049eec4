package io.chargeproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoundTogetherTest {
    private static final RequirementResult CARD =
            SampleRun.report().requirements().get(3);
    private static final LocatedFinding OWN = CARD.findings().get(0);

    @Test
    void puts_that_of_the_rule_s_own_scenario_first() {
        LocatedFinding elsewhere = new LocatedFinding(
                OWN.finding().shownBy(List.of(SampleRun.CREATE)), "features/evc-net/another.feature:3");

        assertThat(FoundTogether.of(with(List.of(elsewhere, OWN))))
                .map(FoundTogether::where)
                .containsExactly("features/evc-net/attach-card.feature:12", "features/evc-net/another.feature:3");
    }

    @Test
    void is_one_where_one_exchange_shows_it_in_several_scenarios() {
        LocatedFinding same = new LocatedFinding(OWN.finding(), "features/evc-net/another.feature:3");

        assertThat(FoundTogether.of(with(List.of(same, OWN))))
                .map(FoundTogether::where)
                .containsExactly("features/evc-net/attach-card.feature:12 and 1 other scenario");
        assertThat(FoundTogether.of(with(List.of(same, OWN))).get(0).scenarios())
                .containsExactly("features/evc-net/attach-card.feature:12", "features/evc-net/another.feature:3");
    }

    @Test
    void leaves_apart_what_no_exchange_shows() {
        LocatedFinding bare = new LocatedFinding(OWN.finding().shownBy(List.of()), "a.feature:1");
        LocatedFinding other = new LocatedFinding(OWN.finding().shownBy(List.of()), "b.feature:1");

        assertThat(FoundTogether.of(with(List.of(bare, other)))).hasSize(2);
    }

    @Test
    void leaves_out_what_the_outcome_is_not_due_to() {
        LocatedFinding waived = new LocatedFinding(OWN.finding().as(Outcome.WAIVED), OWN.scenario());

        assertThat(FoundTogether.of(with(List.of(waived)))).isEmpty();
    }

    @Test
    void brings_its_command_once() {
        RedactedReport report =
                RedactedReport.of(SampleRun.report(), SampleRun.options(Path.of("target", "no-reports")));

        assertThat(ConsoleSummary.of(report, Path.of("reports", "run"), false))
                .containsOnlyOnce("  curl -X PUT ")
                .contains("  curl:     as under EVC-HTTP-2\n");
    }

    private static RequirementResult with(List<LocatedFinding> findings) {
        return new RequirementResult(
                CARD.requirement(), CARD.outcome(), null, 2, null, CARD.scenarios(), findings, null);
    }
}
