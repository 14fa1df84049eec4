package io.chargeproof.run;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Findings;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.scenario.ScenarioRegister;
import io.chargeproof.scenario.ScenarioScope;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Takes down how each scenario went. */
final class ScenarioRecorder {
    private final Selection selection;
    private final ScenarioRegister register;
    private final RunProgress progress;
    private final Map<String, Instant> started = new ConcurrentHashMap<>();
    private final Map<String, List<ScenarioResult.Step>> steps = new ConcurrentHashMap<>();
    private final Map<String, PickleStepTestStep> failed = new ConcurrentHashMap<>();
    private final Map<SelectedScenario, Recorded> recorded = new ConcurrentHashMap<>();
    private boolean closed;

    ScenarioRecorder(Selection selection, ScenarioRegister register, RunProgress progress) {
        this.selection = selection;
        this.register = register;
        this.progress = progress;
    }

    /**
     * A scenario that was executed.
     *
     * @param result how it went
     * @param findings what was judged and found in it
     */
    record Recorded(ScenarioResult result, Findings findings) {}

    void started(TestCaseStarted event) {
        started.put(id(event.getTestCase()), event.getInstant());
        steps.put(id(event.getTestCase()), new ArrayList<>());
        progress.started(event.getTestCase().getName());
    }

    void stepFinished(TestStepFinished event) {
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            if (event.getResult().getStatus() == Status.FAILED) {
                failed.put(id(event.getTestCase()), step);
            }
            Duration duration = event.getResult().getDuration();
            steps.getOrDefault(id(event.getTestCase()), new ArrayList<>())
                    .add(new ScenarioResult.Step(
                            step.getStep().getKeyword() + step.getStep().getText(),
                            status(event.getResult()),
                            event.getInstant().minus(duration),
                            duration));
        }
    }

    void finished(TestCaseFinished event) {
        TestCase testCase = event.getTestCase();
        ScenarioScope scope = register.take(id(testCase)).orElseGet(ScenarioScope::new);
        SelectedScenario scenario =
                selection.find(testCase.getUri(), testCase.getLocation().getLine());
        ScenarioEnd end = ScenarioEnd.of(event.getResult(), failed.get(id(testCase)), !isNamed(scope, scenario))
                .inLightOf(scenario);
        end.finding(scope).ifPresent(scope.findings()::add);
        Recorded one = new Recorded(result(event, scenario, scope, end), scope.findings());
        synchronized (this) {
            if (closed) {
                return;
            }
            recorded.put(scenario, one);
        }
        progress.finished(one.result());
    }

    /** Takes nothing more down, and calls what hasn't ended not tested for this reason; whether there is any. */
    synchronized boolean close(List<SelectedScenario> expected, String why) {
        closed = true;
        int before = recorded.size();
        for (SelectedScenario scenario : expected) {
            recorded.computeIfAbsent(scenario, unended -> new Recorded(unended(unended, why), new Findings()));
        }
        return recorded.size() > before;
    }

    private static ScenarioResult unended(SelectedScenario scenario, String why) {
        ScenarioEnd end = ScenarioEnd.before(why, scenario).inLightOf(scenario);
        Outcome outcome = end.outcome();
        return new ScenarioResult(
                scenario.name(),
                scenario.location(),
                scenario.api(),
                scenario.feature(),
                scenario.rule(),
                scenario.requirements(),
                scenario.tags(),
                outcome,
                outcome,
                why,
                Instant.now(),
                Duration.ZERO,
                List.of(),
                List.of(),
                end.finding(new ScenarioScope()).stream().toList(),
                List.of());
    }

    /** Everything that was executed, in the order of the feature files. */
    List<Recorded> all() {
        return recorded.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(SelectedScenario::position)))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean isNamed(ScenarioScope scope, SelectedScenario scenario) {
        return !scope.requirements().isEmpty() || !scenario.requirements().isEmpty();
    }

    private ScenarioResult result(
            TestCaseFinished event, SelectedScenario scenario, ScenarioScope scope, ScenarioEnd ending) {
        String id = id(event.getTestCase());
        Instant begun = started.getOrDefault(id, event.getInstant());
        return new ScenarioResult(
                event.getTestCase().getName(),
                scenario.location(),
                scenario.api(),
                scenario.feature(),
                scenario.rule(),
                scope.requirements().isEmpty() ? scenario.requirements() : scope.requirements(),
                scenario.tags(),
                gravest(scope, ending),
                ending.outcome(),
                ending.reason(),
                begun,
                Duration.between(begun, event.getInstant()),
                steps.getOrDefault(id, List.of()),
                scope.exchanges().stream().map(Exchange::number).toList(),
                scope.findings().found(),
                scope.findings().observations().values().stream()
                        .flatMap(List::stream)
                        .toList());
    }

    private static Outcome gravest(ScenarioScope scope, ScenarioEnd ending) {
        Stream<Outcome> found = scope.findings().found().stream().map(Finding::outcome);
        Outcome plain = scope.findings().observations().isEmpty() ? Outcome.CONFORMS : Outcome.OBSERVATION;
        return Stream.concat(found, Stream.of(ending.outcome() == Outcome.CONFORMS ? plain : ending.outcome()))
                .min(Comparator.naturalOrder())
                .orElse(plain);
    }

    private static String status(Result result) {
        return switch (result.getStatus()) {
            case PASSED -> "passed";
            case SKIPPED -> "skipped";
            case PENDING, UNDEFINED, AMBIGUOUS, FAILED, UNUSED -> "failed";
        };
    }

    private static String id(TestCase testCase) {
        return testCase.getId().toString();
    }
}
