package io.chargeproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Finding;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.requirement.RequirementId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupedFindingTest {
    private static final RunReport SAMPLE = SampleRun.report();

    @Test
    void is_one_where_one_answer_breaks_two_requirements() {
        GroupedFinding first = GroupedFinding.of(SAMPLE).get(0);

        assertThat(first.id()).isEqualTo("f1");
        assertThat(first.requirements())
                .containsExactly(new RequirementId("EVC-CARD-1"), new RequirementId("EVC-HTTP-2"));
        assertThat(first.expectedBy(new RequirementId("EVC-HTTP-2"))).isEqualTo("HTTP 200, 400 or 403");
        assertThat(first.others()).containsExactly("attach-card was answered with HTTP 500, which is not documented");
    }

    @Test
    void is_one_where_several_scenarios_send_the_same_and_get_the_same() {
        List<LocatedFinding> found = List.of(
                at("features/a.feature:1", SampleRun.ATTACH),
                at("features/a.feature:2", SampleRun.ATTACH.withNumber(7)),
                at("features/evc-net/attach-card.feature:12", SampleRun.ATTACH.withNumber(8)));

        GroupedFinding cause = GroupedFinding.of(withCardFindings(found)).get(0);

        assertThat(cause.shown().scenario()).isEqualTo("features/evc-net/attach-card.feature:12");
        assertThat(cause.where()).isEqualTo("features/evc-net/attach-card.feature:12 and 2 other scenarios");
    }

    @Test
    void is_another_where_another_operation_fails_otherwise() {
        Finding other = SampleRun.cardFinding().shownBy(List.of(SampleRun.CREATE));

        List<GroupedFinding> causes = GroupedFinding.of(withCardFindings(List.of(
                at("features/a.feature:1", SampleRun.ATTACH), new LocatedFinding(other, "features/a.feature:2"))));

        assertThat(causes.stream().filter(cause -> cause.requirements().contains(new RequirementId("EVC-CARD-1"))))
                .map(GroupedFinding::id)
                .containsExactly("f1", "f2");
    }

    private static LocatedFinding at(String scenario, Exchange exchange) {
        return new LocatedFinding(SampleRun.cardFinding().shownBy(List.of(exchange)), scenario);
    }

    private static RunReport withCardFindings(List<LocatedFinding> findings) {
        List<RequirementResult> results = new ArrayList<>(SAMPLE.requirements());
        results.replaceAll(result -> result.requirement().id().value().equals("EVC-CARD-1")
                ? new RequirementResult(
                        result.requirement(),
                        result.outcome(),
                        null,
                        findings.size(),
                        null,
                        result.scenarios(),
                        findings,
                        List.of())
                : result);
        return new RunReport(
                SAMPLE.run(),
                SAMPLE.scope(),
                SAMPLE.target(),
                SAMPLE.verdict(),
                SAMPLE.exitCode(),
                results,
                SAMPLE.scenarios(),
                SAMPLE.exchanges(),
                List.of(),
                List.of());
    }
}
