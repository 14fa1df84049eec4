package io.chargeproof.report.allure;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.report.AnswerCode;
import io.chargeproof.report.AnswerCodes;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.Requirement;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a scenario's result into Allure's. */
final class ResultOfScenario {
    private final FailureCard card;
    private final Map<RequirementId, Requirement> requirements;
    private final Map<Long, Exchange> exchanges;
    private final boolean failOnWarning;

    ResultOfScenario(RedactedReport report) {
        this.card = new FailureCard(report);
        this.failOnWarning = report.report().scope().failOnWarning();
        this.requirements = report.report().requirements().stream()
                .map(RequirementResult::requirement)
                .collect(Collectors.toMap(Requirement::id, Function.identity(), (one, other) -> one));
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

    private Status status(Outcome outcome) {
        return switch (outcome) {
            case VIOLATION -> Status.FAILED;
            case HARNESS_ERROR, INCONCLUSIVE -> Status.BROKEN;
            case NOT_TESTED, OUT_OF_SCOPE -> Status.SKIPPED;
            case WARNING -> failOnWarning ? Status.FAILED : Status.PASSED;
            case WAIVED, OBSERVATION, CONFORMS -> Status.PASSED;
        };
    }

    // Each line begins with an outcome, which the categories go by; within one they group scenarios by all lines alike.
    private StatusDetails details(ScenarioResult scenario) {
        Set<String> lines = new LinkedHashSet<>();
        scenario.findings().forEach(finding -> lines.add(finding.outcome().label() + ": " + whatFor(finding)));
        boolean isFound = scenario.findings().stream().anyMatch(finding -> finding.outcome() == scenario.outcome());
        if (scenario.reason() != null && !isFound) {
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

    /** The sentence of a requirement that is broken, and what came in between otherwise. */
    private String whatFor(Finding finding) {
        RequirementId id = finding.requirement();
        if (id == null) {
            return finding.message();
        }
        Requirement requirement = requirements.get(id);
        return id + " "
                + (requirement == null || finding.outcome() == Outcome.INCONCLUSIVE
                        ? finding.message()
                        : requirement.statement());
    }

    private static boolean isIntermittent(Finding finding) {
        return finding.repeat() != null && finding.repeat().intermittent();
    }

    private static String expectedAndActual(Finding finding) {
        return finding.sentence() + "\nexpected: " + finding.expected() + "\nactual:   " + finding.actual();
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
        Stream<RequirementId> broken =
                scenario.findings().stream().flatMap(finding -> Stream.ofNullable(finding.requirement()));
        RequirementLevel gravest = Stream.concat(scenario.requirements().stream(), broken)
                .map(requirements::get)
                .filter(Objects::nonNull)
                .map(Requirement::level)
                .min(RequirementLevel::compareTo)
                .orElse(scenario.isOwn() ? RequirementLevel.SHOULD : RequirementLevel.OBSERVE);
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
