package io.chargeproof.run;

import io.chargeproof.check.Attribution;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.scenario.InconclusiveException;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.RequirementViolatedError;
import io.chargeproof.scenario.ScenarioScope;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.ValueWrapper;

/**
 * How a scenario ended.
 *
 * @param outcome what its end says; what was found in it may be graver
 * @param reason why it failed or wasn't carried out, where that is so
 * @param expected what a step of one's own expected, where it says so
 * @param actual what came instead
 * @param forItself whether its end is a finding of its own: nothing else says it of a scenario that names no requirement, nor of
 *     one in which an assertion of a step of one's own failed
 */
record ScenarioEnd(Outcome outcome, @Nullable String reason, String expected, String actual, boolean forItself) {
    private ScenarioEnd(Outcome outcome, @Nullable String reason, boolean forItself) {
        this(outcome, reason, "", "", forItself);
    }

    /**
     * The end that Cucumber tells of.
     *
     * @param step the step that failed, if one did
     * @param own whether the scenario names no requirement
     */
    static ScenarioEnd of(Result result, @Nullable PickleStepTestStep step, boolean own) {
        if (result.getStatus() == Status.PASSED) {
            return new ScenarioEnd(Outcome.CONFORMS, null, false);
        }
        Throwable error = result.getError();
        if (error instanceof RequirementViolatedError) {
            return new ScenarioEnd(own ? Outcome.VIOLATION : Outcome.CONFORMS, error.getMessage(), own);
        }
        if (error instanceof InconclusiveException) {
            return new ScenarioEnd(Outcome.INCONCLUSIVE, error.getMessage(), own);
        }
        if (error instanceof MissingTestDataException) {
            return new ScenarioEnd(Outcome.NOT_TESTED, error.getMessage(), own);
        }
        if (step != null && error != null && isOfOnesOwn(step)) {
            return ofOnesOwn(step, error, own);
        }
        return new ScenarioEnd(Outcome.HARNESS_ERROR, harness(result, error), own);
    }

    /** That of a scenario that never began, or didn't come to an end. */
    static ScenarioEnd before(String why, SelectedScenario scenario) {
        return new ScenarioEnd(Outcome.NOT_TESTED, why, scenario.requirements().isEmpty());
    }

    private static boolean isOfOnesOwn(PickleStepTestStep step) {
        return Sentences.SHIPPED.stream()
                .noneMatch(shipped -> step.getCodeLocation().startsWith(shipped + "."));
    }

    private static ScenarioEnd ofOnesOwn(PickleStepTestStep step, Throwable error, boolean own) {
        String text = "'" + step.getStep().getText() + "'";
        if (!(error instanceof AssertionError)) {
            String where = step.getCodeLocation().replaceFirst("\\(.*", "");
            return new ScenarioEnd(
                    Outcome.HARNESS_ERROR,
                    "the step " + text + " (" + where + ") threw " + inALine(error.toString()),
                    own);
        }
        String reason = text + " failed: " + inALine(String.valueOf(error.getMessage()));
        return error instanceof AssertionFailedError told
                ? new ScenarioEnd(Outcome.VIOLATION, reason, text(told.getExpected()), text(told.getActual()), true)
                : new ScenarioEnd(Outcome.VIOLATION, reason, true);
    }

    private static String text(@Nullable ValueWrapper value) {
        return value == null ? "" : value.getStringRepresentation();
    }

    private static String inALine(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String harness(Result result, @Nullable Throwable error) {
        String status = result.getStatus().name().toLowerCase(Locale.ROOT);
        return error == null ? "a step is " + status : "the harness failed: " + error;
    }

    /** What only adds to what other scenarios decide is left out where its test data is missing. */
    ScenarioEnd inLightOf(SelectedScenario scenario) {
        boolean spared = outcome == Outcome.NOT_TESTED && scenario.has("@optional");
        return spared ? new ScenarioEnd(Outcome.OUT_OF_SCOPE, reason, false) : this;
    }

    /** What it says of the scenario itself, unless that is on record; the last exchange shows it. */
    Optional<Finding> finding(ScenarioScope scope) {
        boolean isOnRecord = scope.findings().found().stream()
                .anyMatch(finding -> finding.requirement() == null && finding.outcome() == outcome);
        if (!forItself || isOnRecord) {
            return Optional.empty();
        }
        List<Exchange> sent = scope.exchanges();
        return Optional.of(new Finding(
                null,
                outcome,
                String.valueOf(reason),
                expected,
                actual,
                sent.isEmpty() ? List.of() : List.of(sent.get(sent.size() - 1)),
                attribution(),
                null));
    }

    private Attribution attribution() {
        return switch (outcome) {
            case VIOLATION, WARNING, WAIVED, OBSERVATION, CONFORMS -> Attribution.TARGET;
            case INCONCLUSIVE -> Attribution.ENVIRONMENT;
            case NOT_TESTED, OUT_OF_SCOPE -> Attribution.CONFIGURATION;
            case HARNESS_ERROR -> Attribution.HARNESS;
        };
    }
}
