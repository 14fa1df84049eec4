package io.chargeproof.report;

import io.chargeproof.check.Attribution;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.check.Pinpoint;
import io.chargeproof.check.Repeat;
import io.chargeproof.check.StatusRange;
import io.chargeproof.check.Verdict;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A small run in which every outcome occurs, against a target that has a bad day. */
public final class SampleRun {
    /** A secret that requests of the run bear. */
    public static final String TOKEN = "t0ken/with+odd\"signs";

    /** When the run began. */
    public static final Instant STARTED = Instant.parse("2026-03-01T10:00:00Z");

    private static final String CARDS = "features/evc-net/attach-card.feature";
    private static final String POST = "features/oioi/post-details.feature:9";
    private static final String GET = "features/oioi/get-details.feature";

    /** A customer is created. */
    public static final Exchange CREATE = exchange(
            1,
            HttpMethod.POST,
            "https://evc-a.evc-net.com/api/rest/customer",
            RequestPurpose.of("evc-net", "create"),
            "{\"email\": \"run-1@example.com\"}",
            answer(200, "{\"data\":{\"customer_id\":4711}}"),
            12);

    /** A card is attached, and the target fails. */
    public static final Exchange ATTACH = exchange(
            2,
            HttpMethod.PUT,
            "https://evc-a.evc-net.com/api/rest/customer/4711",
            RequestPurpose.of("evc-net", "attach-card").as("one card"),
            "{\"card_list\":[{\"card_external_id\":\"NL-TST0000001-A1\"}]}",
            answer(500, "<b>java.lang.NullPointerException</b> at " + TOKEN),
            31);

    /** A user is read. */
    public static final Exchange READ = exchange(
            3,
            HttpMethod.POST,
            "https://dev-api.plugsurfing.com/api/v4/request",
            RequestPurpose.of("oioi", "user-get-details"),
            "{\"user-get-details\":{\"user\":{\"identifier-type\":\"username\",\"identifier\":\"ann\"}}}",
            answer(200, "{\"user\":{\"locale\":\"zz\"},\"result\":{\"code\":0,\"message\":\"Success.\"}}"),
            8);

    /** A user that doesn't exist is asked for. */
    public static final Exchange UNKNOWN_USER = exchange(
            4,
            HttpMethod.POST,
            "https://dev-api.plugsurfing.com/api/v4/request",
            RequestPurpose.of("oioi", "user-get-details").as("unknown user").with(RequestTrait.BAD_CREDENTIALS),
            "{}",
            answer(200, "{\"result\":{\"code\":144,\"message\":\"Email does not exist\"}}"),
            9);

    /** A post gets no answer. */
    public static final Exchange LOST = exchange(
            5,
            HttpMethod.POST,
            "https://dev-api.plugsurfing.com/api/v4/request",
            RequestPurpose.of("oioi", "user-post-details"),
            "{}",
            new NoAnswer(NoAnswer.Cause.TIMEOUT, "nothing came within 10 s"),
            10_000);

    private SampleRun() {}

    /** How the sample is written into a directory, without HTML. */
    public static ReportOptions options(Path reports) {
        Redactor redactor = Redactor.of(Map.of(TOKEN, "EVC_NET_TOKEN"));
        return new ReportOptions(reports, true, false, redactor, redactor::redact);
    }

    /** The run. */
    public static RunReport report() {
        return report(0);
    }

    /** The same run, begun so many hours later. */
    public static RunReport report(int hoursLater) {
        Instant started = STARTED.plusSeconds(3600L * hoursLater);
        return new RunReport(
                new RunReport.Run("r-1", started, started.plusSeconds(12), "0.1.0", 42, "standard"),
                new RunReport.Scope("6 of 69 MUSTs", 6, 3, null, null, false),
                new RunReport.Target(
                        "acceptance",
                        "acceptance",
                        new TreeMap<>(Map.of(
                                "evc-net",
                                "https://evc-a.evc-net.com",
                                "oioi",
                                "https://dev-api.plugsurfing.com/api/v4/request"))),
                Verdict.NON_CONFORMING,
                1,
                requirements(),
                scenarios(),
                List.of(CREATE, ATTACH, READ, UNKNOWN_USER, LOST),
                List.of("the locale of user ann is zz, not nl"),
                List.of("2 of 18 hostile values a member were tried"));
    }

    /** The finding that a card can't be attached. */
    public static Finding cardFinding() {
        return new Finding(
                new RequirementId("EVC-CARD-1"),
                Outcome.VIOLATION,
                "attaching one card was answered with HTTP 500, not 200",
                "HTTP 200",
                "HTTP 500 <b>java.lang.NullPointerException</b> at " + TOKEN,
                List.of(ATTACH),
                Attribution.TARGET,
                new Repeat(2, 2),
                new Pinpoint("", List.of(new StatusRange(200, 200))));
    }

    /** The finding that the same answer breaks the list of statuses. */
    public static Finding statusFinding() {
        return finding(
                "EVC-HTTP-2",
                Outcome.VIOLATION,
                "attach-card was answered with HTTP 500, which is not documented",
                "HTTP 200, 400 or 403",
                "HTTP 500",
                ATTACH,
                Attribution.TARGET,
                new Repeat(3, 1));
    }

    private static Finding localeFinding() {
        return finding(
                "OIOI-GET-12",
                Outcome.WARNING,
                "the locale of the user is 'zz', which is no ISO 639-1 code",
                "an ISO 639-1 code, such as en",
                "zz",
                READ,
                Attribution.TARGET,
                null);
    }

    private static Finding waivedFinding() {
        return finding(
                "OIOI-GET-10",
                Outcome.WAIVED,
                "the country is 'Germany'; waived until 2027-01-31: country names until release 14",
                "an assigned ISO 3166-1 alpha-2 code",
                "Germany",
                READ,
                Attribution.TARGET,
                null);
    }

    private static Finding lostFinding() {
        return finding(
                "OIOI-POST-1",
                Outcome.INCONCLUSIVE,
                "user-post-details got no answer: nothing came within 10 s",
                "",
                "",
                LOST,
                Attribution.ENVIRONMENT,
                null);
    }

    private static List<RequirementResult> requirements() {
        String nothingLeft = "the profile's card pool is spent; add fresh cards under evc-net.cards";
        return List.of(
                result("EVC-HTTP-2", MUST, Outcome.VIOLATION, null, new Strength(3, 3), statusFinding(), null),
                result("EVC-HTTP-11", OBSERVE, Outcome.OBSERVATION, null, null, null, "429 never occurred"),
                result("EVC-CREATE-1", MUST, Outcome.CONFORMS, null, new Strength(2, 2), null, null),
                result("EVC-CARD-1", MUST, Outcome.VIOLATION, null, new Strength(4, 4), cardFinding(), null),
                result("EVC-CARD-2", MUST, Outcome.NOT_TESTED, nothingLeft, new Strength(1, 1), null, null),
                result("EVC-CARD-3", SHOULD, Outcome.NOT_TESTED, nothingLeft, new Strength(1, 2), null, null),
                result("OIOI-KEY-1", MUST, Outcome.OUT_OF_SCOPE, "the profile has no api-key", null, null, null),
                result("OIOI-AUTH-1", MUST, Outcome.CONFORMS, null, new Strength(2, 2), null, null),
                result("OIOI-GET-10", MUST, Outcome.WAIVED, null, new Strength(1, 1), waivedFinding(), null),
                result("OIOI-GET-12", SHOULD, Outcome.WARNING, null, new Strength(1, 1), localeFinding(), null),
                result("OIOI-POST-1", MUST, Outcome.INCONCLUSIVE, null, new Strength(2, 2), lostFinding(), null));
    }

    private static final RequirementLevel MUST = RequirementLevel.MUST;
    private static final RequirementLevel SHOULD = RequirementLevel.SHOULD;
    private static final RequirementLevel OBSERVE = RequirementLevel.OBSERVE;

    private record Strength(int caught, int defects) {}

    private static RequirementResult result(
            String id,
            RequirementLevel level,
            Outcome outcome,
            @Nullable String reason,
            @Nullable Strength strength,
            @Nullable Finding finding,
            @Nullable String observation) {
        return new RequirementResult(
                new Requirement(
                        new RequirementId(id),
                        level,
                        "The sentence of " + id + ".",
                        "Some document, " + id,
                        "The text beats the example.",
                        "the handler of " + id,
                        null),
                outcome,
                reason,
                reason == null ? 3 : 0,
                strength == null ? null : new RequirementResult.Strength(strength.caught(), strength.defects()),
                List.of(place(id)),
                finding == null ? List.of() : List.of(new LocatedFinding(finding, place(id))),
                observation == null ? List.of() : List.of(observation));
    }

    private static String place(String id) {
        if (id.startsWith("EVC")) {
            return CARDS + ":12";
        }
        return id.startsWith("OIOI-POST") ? POST : GET + ":7";
    }

    private static List<ScenarioResult> scenarios() {
        return List.of(
                scenario(
                        "A card is attached",
                        CARDS + ":12",
                        "evc-net",
                        "Attach a card",
                        List.of("EVC-CARD-1"),
                        Outcome.VIOLATION,
                        null,
                        List.of(1L, 2L),
                        List.of(cardFinding(), statusFinding())),
                scenario(
                        "Two cards are attached",
                        CARDS + ":20",
                        "evc-net",
                        "Attach a card",
                        List.of("EVC-CARD-2"),
                        Outcome.NOT_TESTED,
                        "the profile's card pool is spent; add fresh cards under evc-net.cards",
                        List.of(),
                        List.of()),
                scenario(
                        "A user is read by name",
                        GET + ":7",
                        "oioi",
                        "Read a user's details",
                        List.of("OIOI-GET-10", "OIOI-GET-12"),
                        Outcome.WARNING,
                        null,
                        List.of(3L),
                        List.of(localeFinding(), waivedFinding())),
                scenario(
                        "An unknown user is refused",
                        GET + ":15",
                        "oioi",
                        "Read a user's details",
                        List.of("OIOI-AUTH-1"),
                        Outcome.CONFORMS,
                        null,
                        List.of(4L),
                        List.of()),
                scenario(
                        "Details are written",
                        POST,
                        "oioi",
                        "Write a user's details",
                        List.of("OIOI-POST-1"),
                        Outcome.INCONCLUSIVE,
                        null,
                        List.of(5L),
                        List.of(lostFinding())));
    }

    private static ScenarioResult scenario(
            String name,
            String location,
            String api,
            String feature,
            List<String> requirements,
            Outcome outcome,
            @Nullable String reason,
            List<Long> exchanges,
            List<Finding> findings) {
        boolean failed = outcome == Outcome.VIOLATION;
        return new ScenarioResult(
                name,
                location,
                api,
                feature,
                "What " + requirements.get(0) + " asks for",
                requirements.stream().map(RequirementId::new).toList(),
                List.of("@" + api, "@" + requirements.get(0)),
                outcome,
                outcome.isBreach() || outcome == Outcome.OBSERVATION ? Outcome.CONFORMS : outcome,
                reason,
                STARTED.plusSeconds(1),
                Duration.ofMillis(45),
                List.of(
                        new ScenarioResult.Step(
                                "Given a start", "passed", STARTED.plusSeconds(1), Duration.ofMillis(5)),
                        new ScenarioResult.Step(
                                "Then it ends well",
                                failed ? "failed" : reason == null ? "passed" : "skipped",
                                STARTED.plusMillis(1005),
                                Duration.ofMillis(40))),
                exchanges,
                findings,
                List.of());
    }

    private static Finding finding(
            String id,
            Outcome outcome,
            String message,
            String expected,
            String actual,
            Exchange evidence,
            Attribution attribution,
            @Nullable Repeat repeat) {
        return new Finding(
                new RequirementId(id), outcome, message, expected, actual, List.of(evidence), attribution, repeat);
    }

    private static Exchange exchange(
            long number, HttpMethod method, String url, RequestPurpose purpose, String body, Reply reply, int millis) {
        Headers headers = new Headers(List.of(
                new Headers.Field("Authorization", "Token " + TOKEN),
                new Headers.Field("Content-Type", "application/json")));
        HttpRequest request =
                new HttpRequest(method, URI.create(url), headers, Body.of(body), purpose, Idempotency.SAFE);
        return new Exchange(
                number, request, reply, number == 5 ? 3 : 1, STARTED.plusSeconds(number), Duration.ofMillis(millis));
    }

    private static HttpAnswer answer(int status, String body) {
        return new HttpAnswer(
                status,
                new Headers(List.of(new Headers.Field("Content-Type", "application/json"))),
                Body.of(body),
                false);
    }
}
