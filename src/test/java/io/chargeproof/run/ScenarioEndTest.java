package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.chargeproof.check.Answers;
import io.chargeproof.check.Attribution;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.scenario.ApiLines;
import io.chargeproof.scenario.InconclusiveException;
import io.chargeproof.scenario.Judge;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.RequirementViolatedError;
import io.chargeproof.scenario.ScenarioScope;
import io.chargeproof.scenario.SentRequest;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.Step;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

class ScenarioEndTest {
    private static final PickleStepTestStep SHIPPED = step("io.chargeproof.api.oioi.CallSteps.succeeds()");
    private static final PickleStepTestStep OWN = step("com.example.DriverSteps.speaks(java.lang.String)");

    /** What ended it, in which step; what the end says, of a scenario that names a requirement. */
    static Stream<Arguments> ends() {
        return Stream.of(
                arguments(broken(), SHIPPED, Outcome.CONFORMS, "it is broken; expected right, got wrong"),
                arguments(unanswered(), SHIPPED, Outcome.INCONCLUSIVE, "any got HTTP 503 in 1 attempt"),
                arguments(new MissingTestDataException("no card"), SHIPPED, Outcome.NOT_TESTED, "no card"),
                arguments(new MissingTestDataException("no card"), OWN, Outcome.NOT_TESTED, "no card"),
                arguments(
                        new IllegalStateException("oh"),
                        SHIPPED,
                        Outcome.HARNESS_ERROR,
                        "the harness failed: java.lang.IllegalStateException: oh"),
                arguments(
                        new AssertionError("oh"),
                        null,
                        Outcome.HARNESS_ERROR,
                        "the harness failed: java.lang.AssertionError: oh"),
                arguments(
                        new IllegalStateException("oh\n  dear"),
                        OWN,
                        Outcome.HARNESS_ERROR,
                        "the step 'the driver speaks' (com.example.DriverSteps.speaks) threw"
                                + " java.lang.IllegalStateException: oh dear"),
                arguments(
                        new AssertionError("\nexpected: 1\n\n but was: 2"),
                        OWN,
                        Outcome.VIOLATION,
                        "'the driver speaks' failed: expected: 1 but was: 2"));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void says_what_ended_a_scenario(Throwable error, @Nullable PickleStepTestStep step, Outcome outcome, String why) {
        ScenarioEnd end = ScenarioEnd.of(failed(error), step, false);

        assertThat(end.outcome()).isEqualTo(outcome);
        assertThat(end.reason()).isEqualTo(why);
        assertThat(end.forItself()).isEqualTo(outcome == Outcome.VIOLATION);
    }

    /** Nothing else says it of a scenario that names no requirement. */
    @ParameterizedTest
    @MethodSource("ends")
    void speaks_for_itself_where_no_requirement_is_named(
            Throwable error, @Nullable PickleStepTestStep step, Outcome outcome, String why) {
        ScenarioEnd end = ScenarioEnd.of(failed(error), step, true);

        assertThat(end.outcome()).isEqualTo(outcome == Outcome.CONFORMS ? Outcome.VIOLATION : outcome);
        assertThat(end.reason()).isEqualTo(why);
        assertThat(end.forItself()).isTrue();
    }

    @Test
    void conforms_where_it_passed() {
        ScenarioEnd end = ScenarioEnd.of(new Result(Status.PASSED, Duration.ZERO, null), null, true);

        assertThat(end).isEqualTo(new ScenarioEnd(Outcome.CONFORMS, null, "", "", false));
    }

    @Test
    void names_the_status_of_a_step_that_was_not_carried_out() {
        ScenarioEnd end = ScenarioEnd.of(new Result(Status.UNDEFINED, Duration.ZERO, null), OWN, false);

        assertThat(end).isEqualTo(new ScenarioEnd(Outcome.HARNESS_ERROR, "a step is undefined", "", "", false));
    }

    @Test
    void tells_what_an_assertion_expected() {
        ScenarioEnd both = ScenarioEnd.of(failed(new AssertionFailedError("differs", "nl", "en")), OWN, false);
        assertThat(both)
                .isEqualTo(new ScenarioEnd(Outcome.VIOLATION, "'the driver speaks' failed: differs", "nl", "en", true));

        ScenarioEnd neither = ScenarioEnd.of(failed(new AssertionFailedError("differs")), OWN, false);
        assertThat(neither.expected()).isEmpty();
        assertThat(neither.actual()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"@EVC-CARD-1, false", "@mine, true"})
    void is_open_where_it_never_began(String tag, boolean forItself) {
        assertThat(ScenarioEnd.before("time is over", SelectionTest.scenario(1, tag)))
                .isEqualTo(new ScenarioEnd(Outcome.NOT_TESTED, "time is over", "", "", forItself));
    }

    /** What only adds to other scenarios may lack its test data. */
    @ParameterizedTest
    @CsvSource({
        "NOT_TESTED, @optional, OUT_OF_SCOPE",
        "NOT_TESTED, @mine,     NOT_TESTED",
        "VIOLATION,  @optional, VIOLATION"
    })
    void spares_what_is_optional(Outcome outcome, String tag, Outcome inItsLight) {
        ScenarioEnd end = new ScenarioEnd(outcome, "no card", "", "", true);

        ScenarioEnd seen = end.inLightOf(SelectionTest.scenario(1, tag));

        assertThat(seen.outcome()).isEqualTo(inItsLight);
        assertThat(seen.reason()).isEqualTo("no card");
        assertThat(seen.forItself()).isEqualTo(inItsLight == outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "VIOLATION, TARGET",
        "CONFORMS, TARGET",
        "INCONCLUSIVE, ENVIRONMENT",
        "NOT_TESTED, CONFIGURATION",
        "OUT_OF_SCOPE, CONFIGURATION",
        "HARNESS_ERROR, HARNESS"
    })
    void is_found_at_whoever_it_is_due_to(Outcome outcome, Attribution attribution) {
        ScenarioScope scope = new ScenarioScope();
        Exchange last = exchange(2);
        scope.add(exchange(1));
        scope.add(last);

        assertThat(new ScenarioEnd(outcome, "why", "this", "that", true).finding(scope))
                .contains(new Finding(null, outcome, "why", "this", "that", List.of(last), attribution, null));
        assertThat(new ScenarioEnd(outcome, "why", "", "", true).finding(new ScenarioScope()))
                .hasValueSatisfying(finding -> assertThat(finding.evidence()).isEmpty());
        assertThat(new ScenarioEnd(outcome, "why", "", "", false).finding(scope))
                .isEmpty();
    }

    @Test
    void is_found_once() {
        ScenarioEnd end = new ScenarioEnd(Outcome.VIOLATION, "why", "", "", true);
        ScenarioScope scope = new ScenarioScope();
        scope.findings().add(Recordings.finding(Recordings.ROW, Outcome.VIOLATION));
        scope.findings().add(new Finding(null, Outcome.WARNING, "why", "", "", List.of(), Attribution.TARGET, null));
        assertThat(end.finding(scope)).isPresent();

        scope.findings().add(new Finding(null, Outcome.VIOLATION, "why", "", "", List.of(), Attribution.TARGET, null));
        assertThat(end.finding(scope)).isEmpty();
    }

    private static Throwable broken() {
        return catchThrowableOfType(
                RequirementViolatedError.class,
                () -> judge().state(text -> Judgement.broken("it is broken", "right", text), "wrong", List.of()));
    }

    private static Throwable unanswered() {
        Exchange away = new Exchange(1, exchange(1).request(), Answers.empty(503), 1, Instant.EPOCH, Duration.ZERO);
        return catchThrowableOfType(
                InconclusiveException.class, () -> judge().needsAnswer(new SentRequest(away, false)));
    }

    private static Judge judge() {
        return new Judge(RequirementCatalogue.shipped(), new ApiLines(Map.of()), new ScenarioScope());
    }

    private static Result failed(Throwable error) {
        return new Result(Status.FAILED, Duration.ZERO, error);
    }

    private static PickleStepTestStep step(String location) {
        Step text = of(Step.class, Map.of("getText", "the driver speaks"));
        return of(PickleStepTestStep.class, Map.of("getCodeLocation", location, "getStep", text));
    }

    /** Cucumber makes these itself; what a scenario's end asks of them is little. */
    private static <T> T of(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }

    private static Exchange exchange(long number) {
        HttpRequest request = new HttpRequest(
                HttpMethod.GET,
                URI.create("https://oioi.example.com"),
                Headers.NONE,
                Body.EMPTY,
                RequestPurpose.of("oioi", "any"),
                Idempotency.SAFE);
        return new Exchange(number, request, Answers.empty(200), 1, Instant.EPOCH, Duration.ZERO);
    }
}
