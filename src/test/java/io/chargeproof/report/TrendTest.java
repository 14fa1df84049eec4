package io.chargeproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.requirement.RequirementId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final RunOutline FIRST = run(1, 12, "EVC-CARD-1 conforms", "EVC-CARD-2 conforms");
    private static final RunOutline SECOND = run(2, 13.04, "EVC-CARD-1 conforms", "EVC-CARD-2 not-tested");
    private static final RunOutline THIRD = run(3, 12, "EVC-CARD-1 violation", "EVC-CARD-2 conforms");

    @Test
    void tells_how_a_requirement_s_outcomes_followed_on_each_other() {
        Trend trend = Trend.of(new History(List.of(FIRST, SECOND)), THIRD);

        assertThat(trend.of(new RequirementId("EVC-CARD-1"))).isEqualTo("conforms 2 times, then violation");
        assertThat(trend.of(new RequirementId("EVC-CARD-2"))).isEqualTo("conforms, then not-tested, then conforms");
        assertThat(trend.of(new RequirementId("EVC-CARD-3"))).isEqualTo("out-of-scope 3 times");
    }

    @Test
    void is_told_of_what_changed_and_of_every_operation() {
        Trend trend = Trend.of(new History(List.of(FIRST, SECOND)), THIRD);

        assertThat(ReportSection.markdown("", trend.passages(), 2)).isEqualTo("""

                ## Outcomes that changed over the last 3 runs

                - EVC-CARD-1: conforms 2 times, then violation

                ## Median durations in ms over the last 3 runs, the newest last

                - evc-net create: 12.0, 13.0, 12.0
                """);
    }

    @Test
    void says_nothing_of_a_single_run() {
        Trend trend = Trend.of(new History(List.of()), THIRD);

        assertThat(trend.passages()).isEmpty();
        assertThat(trend.of(new RequirementId("EVC-CARD-1"))).isEmpty();
    }

    private static RunOutline run(int number, double median, String... outcomes) {
        SortedMap<String, Latency> latencies =
                new TreeMap<>(Map.of("evc-net create", new Latency(5, median, median, 0)));
        return OutlineOf.run(number, new TreeSet<>(), latencies, outcomes);
    }
}
