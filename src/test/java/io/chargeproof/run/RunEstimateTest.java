package io.chargeproof.run;

import static io.chargeproof.run.Recordings.OTHER;
import static io.chargeproof.run.Recordings.ROW;
import static io.chargeproof.run.Recordings.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Answers;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.profile.Connection;
import io.chargeproof.profile.Depth;
import io.chargeproof.profile.Limits;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.TargetKind;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import io.chargeproof.run.RunEstimate.Operation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunEstimateTest {
    private static final List<Exchange> SENT = List.of(
            exchange("oioi", "user-get-details"),
            exchange("evc-net", "create"),
            exchange("oioi", "user-get-details"),
            exchange("oioi", "user-post-details"),
            exchange("evc-net", "update"));

    @Test
    void counts_what_goes_to_each_operation_and_what_may_change_something() {
        RunEstimate estimate = of(SENT, null, 5);

        assertThat(estimate.operations())
                .containsExactly(
                        Map.entry(new Operation("evc-net", "create"), 1L),
                        Map.entry(new Operation("evc-net", "update"), 1L),
                        Map.entry(new Operation("oioi", "user-get-details"), 2L),
                        Map.entry(new Operation("oioi", "user-post-details"), 1L));
        assertThat(estimate.requests()).isEqualTo(5);
        assertThat(estimate.writes()).isEqualTo(3);
        assertThat(estimate.incomplete()).isEmpty();
    }

    /** What nobody described may change something. */
    @ParameterizedTest
    @CsvSource({
        "oioi,    user-get-details,  false",
        "oioi,    user-post-details, true",
        "oioi,    create,            true",
        "evc-net, create,            true",
        "nowhere, user-get-details,  true"
    })
    void takes_for_a_write_what_is_not_known_to_read(String api, String operation, boolean write) {
        assertThat(new Operation(api, operation).isWrite()).isEqualTo(write);
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "4, 2", "2, 3", "1, 5", ","})
    void takes_as_long_as_the_rate_allows(@Nullable Integer perSecond, @Nullable Integer seconds) {
        assertThat(of(SENT, perSecond, 5).time()).isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
    }

    /** A tenth more than was counted, in whole hundreds. */
    @ParameterizedTest
    @CsvSource({"5, 4, 100", "100, 99, 200", "90, 1, 100", "91, 1, 200", "1000, 999, 1200"})
    void says_how_many_requests_to_allow(int requests, int allowed, int enough) {
        List<Exchange> sent =
                Stream.generate(() -> exchange("oioi", "x")).limit(requests).toList();

        assertThat(of(sent, null, allowed).incomplete())
                .containsExactly("limits.max-requests allows " + allowed + " of the " + requests + " requests; write "
                        + enough + ", or less with --depth or --tags");
        assertThat(of(sent, null, requests).incomplete()).isEmpty();
    }

    @Test
    void says_what_a_sandbox_leaves_undecided_too() {
        List<RequirementResult> rows = List.of(
                result(ROW, RequirementLevel.MUST, Outcome.NOT_TESTED, "no card is left"),
                result(OTHER, RequirementLevel.MUST, Outcome.NOT_TESTED, "no card is left"),
                result(new RequirementId("EVC-CARD-2"), RequirementLevel.MUST, Outcome.NOT_TESTED, null),
                result(new RequirementId("EVC-CARD-3"), RequirementLevel.MUST, Outcome.CONFORMS, "it holds"),
                result(new RequirementId("EVC-CARD-4"), RequirementLevel.SHOULD, Outcome.NOT_TESTED, "why"));
        Profile profile = profile(null, 5);

        RunEstimate estimate = RunEstimate.of(Recordings.report(rows, List.of(), List.of()), profile, profile, profile);

        assertThat(estimate.incomplete())
                .containsExactly(
                        "EVC-CARD-1, OIOI-GET-10: no card is left", "EVC-CARD-2: " + Outcome.NOT_TESTED.label());
    }

    /** Each API says what it would use up, where the sandbox has that API, too. */
    @Test
    void asks_each_api_what_would_be_used_up() {
        Profile customers = Targeted.profile(Targeted.EVC_NET, null);
        Profile users = Targeted.profile(null, Targeted.OIOI);

        assertThat(RunEstimate.of(Recordings.report(List.of(), List.of(), SENT), customers, customers, customers)
                        .notes())
                .anyMatch(note -> note.startsWith("customers"));
        assertThat(RunEstimate.of(Recordings.report(List.of(), List.of(), SENT), customers, customers, users)
                        .notes())
                .isEmpty();
    }

    private static RunEstimate of(List<Exchange> sent, @Nullable Integer perSecond, int allowed) {
        Profile profile = profile(perSecond, allowed);
        return RunEstimate.of(Recordings.report(List.of(), List.of(), sent), profile, profile, profile);
    }

    private static Profile profile(@Nullable Integer perSecond, int allowed) {
        return new Profile(
                "acceptance",
                TargetKind.ACCEPTANCE,
                List.of(),
                new Limits(perSecond, Duration.ofSeconds(10), 0, allowed, 10),
                Connection.DIRECT,
                Map.of(),
                Depth.STANDARD,
                List.of());
    }

    private static RequirementResult result(
            RequirementId id, RequirementLevel level, Outcome outcome, @Nullable String reason) {
        return new RequirementResult(row(id, level), outcome, reason, 0, null, List.of(), List.of(), List.of());
    }

    private static Exchange exchange(String api, String operation) {
        HttpRequest request = new HttpRequest(
                HttpMethod.POST,
                URI.create("https://oioi.example.com"),
                Headers.NONE,
                Body.EMPTY,
                RequestPurpose.of(api, operation),
                Idempotency.SAFE);
        return new Exchange(1, request, Answers.empty(200), 1, Instant.EPOCH, Duration.ZERO);
    }
}
