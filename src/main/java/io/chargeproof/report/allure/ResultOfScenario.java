package io.chargeproof.report.allure;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.report.AnswerCode;
import io.chargeproof.report.AnswerCodes;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns a scenario's result into Allure's. */
final class ResultOfScenario {
    private final FailureCard card;
    private final Map<RequirementId, RequirementLevel> levels;
    private final Map<Long, Exchange> exchanges;

    ResultOfScenario(RedactedReport report) {
        this.card = new FailureCard(report);
        this.levels = report.report().requirements().stream()
                .map(result -> result.requirement())
                .collect(Collectors.toMap(each -> each.id(), each -> each.level(), (one, other) -> one));
        this.exchanges = report.report().exchanges().stream()
                .collect(Collectors.toMap(Exchange::number, Function.identity(), (one, other) -> one));
    }

    TestResult of(Case each) {
        ScenarioResult scenario = each.scenario();
        return new TestResult()
                .setName(scenario.name())
                .setFullName(scenario.location().isEmpty() ? scenario.name() : scenario.location())
                .setHistoryId(each.historyId())
                .setTestCaseId(each.historyId())
                .setStatus(status(scenario.outcome()))
                .setStatusDetails(details(scenario))
                .setDescriptionHtml(card.of(scenario))
                .setLabels(labels(scenario))
                .setParameters(parameters(scenario))
                .setSteps(scenario.steps().stream().map(ResultOfScenario::step).toList());
    }

    static Status status(Outcome outcome) {
        return switch (outcome) {
            case VIOLATION -> Status.FAILED;
            case HARNESS_ERROR, INCONCLUSIVE -> Status.BROKEN;
            case NOT_TESTED, OUT_OF_SCOPE -> Status.SKIPPED;
            case WARNING, WAIVED, OBSERVATION, CONFORMS -> Status.PASSED;
        };
    }

    // Each line begins with an outcome: the categories go by that.
    private static StatusDetails details(ScenarioResult scenario) {
        List<String> lines = new ArrayList<>();
        scenario.findings()
                .forEach(finding ->
                        lines.add(finding.outcome().label() + ": " + finding.requirement() + " " + finding.message()));
        if (scenario.reason() != null) {
            lines.add(scenario.outcome().label() + ": " + scenario.reason());
        }
        String trace = scenario.findings().stream()
                .map(ResultOfScenario::expectedAndActual)
                .collect(Collectors.joining("\n\n"));
        return new StatusDetails()
                .setMessage(lines.isEmpty() ? null : String.join("\n", lines))
                .setTrace(trace.isBlank() ? null : trace)
                .setFlaky(scenario.findings().stream().anyMatch(ResultOfScenario::isIntermittent));
    }

    private static boolean isIntermittent(Finding finding) {
        return finding.repeat() != null && finding.repeat().intermittent();
    }

    private static String expectedAndActual(Finding finding) {
        return finding.requirement() + "\nexpected: " + finding.expected() + "\nactual:   " + finding.actual();
    }

    private List<Label> labels(ScenarioResult scenario) {
        String api = ApiTitles.of(scenario.api());
        List<Label> labels = new ArrayList<>();
        add(labels, "epic", api);
        add(labels, "feature", scenario.feature());
        add(labels, "story", scenario.rule());
        add(labels, "parentSuite", api);
        add(labels, "suite", scenario.feature());
        add(labels, "severity", severity(scenario));
        scenario.tags().forEach(tag -> add(labels, "tag", tag.replaceFirst("^@", "")));
        return labels;
    }

    private static void add(List<Label> labels, String name, String value) {
        if (!value.isEmpty()) {
            labels.add(new Label().setName(name).setValue(value));
        }
    }

    private String severity(ScenarioResult scenario) {
        RequirementLevel gravest = scenario.requirements().stream()
                .map(levels::get)
                .filter(Objects::nonNull)
                .min(RequirementLevel::compareTo)
                .orElse(RequirementLevel.OBSERVE);
        return switch (gravest) {
            case MUST -> "critical";
            case SHOULD -> "normal";
            case OBSERVE -> "minor";
        };
    }

    private List<Parameter> parameters(ScenarioResult scenario) {
        List<AnswerCode> codes = scenario.exchanges().stream()
                .map(exchanges::get)
                .filter(Objects::nonNull)
                .map(AnswerCodes::codeOf)
                .toList();
        List<Parameter> parameters = new ArrayList<>();
        add(parameters, "requirement", scenario.requirements());
        add(parameters, "HTTP status", codes.stream().map(AnswerCode::status).toList());
        add(
                parameters,
                "result code",
                codes.stream().map(AnswerCode::resultCode).toList());
        return parameters;
    }

    private static void add(List<Parameter> parameters, String name, List<?> values) {
        String value = values.stream()
                .filter(Objects::nonNull)
                .distinct()
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        if (!value.isEmpty()) {
            parameters.add(new Parameter().setName(name).setValue(value));
        }
    }

    private static StepResult step(ScenarioResult.Step step) {
        long start = step.started().toEpochMilli();
        return new StepResult()
                .setName(step.text())
                .setStatus(
                        switch (step.status()) {
                            case "passed" -> Status.PASSED;
                            case "failed" -> Status.FAILED;
                            default -> Status.SKIPPED;
                        })
                .setStage(Stage.FINISHED)
                .setStart(start)
                .setStop(start + step.duration().toMillis());
    }
}
