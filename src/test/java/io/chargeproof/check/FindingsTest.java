package io.chargeproof.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.requirement.RequirementId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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
    void keeps_a_finding_as_it_is_but_for_its_outcome_or_its_evidence() {
        Finding finding = new Finding(
                CARD,
                Outcome.VIOLATION,
                "it is red",
                "green",
                "red",
                List.of(exchange(1)),
                Attribution.TARGET,
                new Repeat(2, 1));

        assertThat(finding.as(Outcome.WAIVED))
                .isEqualTo(new Finding(
                        CARD,
                        Outcome.WAIVED,
                        "it is red",
                        "green",
                        "red",
                        List.of(exchange(1)),
                        Attribution.TARGET,
                        new Repeat(2, 1)));
        assertThat(finding.shownBy(List.of(exchange(2), exchange(3))))
                .isEqualTo(new Finding(
                        CARD,
                        Outcome.VIOLATION,
                        "it is red",
                        "green",
                        "red",
                        List.of(exchange(2), exchange(3)),
                        Attribution.TARGET,
                        new Repeat(2, 1)));
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

    private static Exchange exchange(long number) {
        HttpRequest request = new HttpRequest(
                HttpMethod.GET,
                URI.create("https://example.com/"),
                Headers.NONE,
                Body.EMPTY,
                RequestPurpose.of("oioi", "user-get-details"),
                Idempotency.SAFE);
        return new Exchange(number, request, Answers.empty(200), 1, Instant.EPOCH, Duration.ZERO);
    }

    private static Finding finding(String message) {
        return new Finding(CARD, Outcome.VIOLATION, message, "", "", List.of(), Attribution.TARGET, null);
    }
}
