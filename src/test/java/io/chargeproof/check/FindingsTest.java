package io.chargeproof.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.chargeproof.requirement.RequirementId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final RequirementId CARD = new RequirementId("EVC-CARD-1");
    private static final RequirementId OPEN = new RequirementId("EVC-HTTP-6");

    private final Findings findings = new Findings();

    @Test
    void counts_judgements_by_requirement_whatever_came_of_them() {
        findings.judged(CARD);
        findings.judged(OPEN);
        findings.judged(CARD);

        assertThat(findings.judgements()).containsOnly(entry(CARD, 2), entry(OPEN, 1));
    }

    @Test
    void keeps_findings_and_observations_in_the_order_in_which_they_were_made() {
        findings.add(finding("second thought"));
        findings.add(finding("first thought"));
        findings.observed(OPEN, "HTTP 400");
        findings.observed(OPEN, "HTTP 200");

        assertThat(findings.found()).extracting(Finding::message).containsExactly("second thought", "first thought");
        assertThat(findings.observations()).isEqualTo(Map.of(OPEN, List.of("HTTP 400", "HTTP 200")));
    }

    @Test
    void hands_out_copies() {
        List<Finding> before = findings.found();
        findings.add(finding("later"));

        assertThat(before).isEmpty();
    }

    @Test
    void counts_what_several_threads_judge() {
        IntStream.range(0, 1_000).parallel().forEach(each -> findings.judged(CARD));

        assertThat(findings.judgements()).containsExactly(entry(CARD, 1_000));
    }

    private static Finding finding(String message) {
        return new Finding(CARD, Outcome.VIOLATION, message, "", "", List.of(), Attribution.TARGET, null);
    }
}
