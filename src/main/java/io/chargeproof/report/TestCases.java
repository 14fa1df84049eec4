package io.chargeproof.report;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.RequirementId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cases of a run; together they are never greener than its verdict. */
final class TestCases {
    static final String OUTSIDE = "Outside of scenarios";
    private static final Set<Outcome> GRAVE =
            EnumSet.of(Outcome.VIOLATION, Outcome.HARNESS_ERROR, Outcome.INCONCLUSIVE, Outcome.NOT_TESTED);

    private final RedactedReport redacted;

    private TestCases(RedactedReport redacted) {
        this.redacted = redacted;
    }

    static List<TestCase> of(RedactedReport report) {
        TestCases cases = new TestCases(report);
        return Stream.concat(
                        report.report().scenarios().stream().map(cases::scenario),
                        report.report().requirements().stream()
                                .filter(cases::isShownByNoScenario)
                                .map(cases::requirement))
                .toList();
    }

    private TestCase scenario(ScenarioResult scenario) {
        return new TestCase(
                scenario.feature().isEmpty() ? scenario.location() : scenario.feature(),
                scenario.name(),
                scenario.location(),
                scenario.requirements(),
                scenario.tags(),
                scenario.outcome(),
                message(scenario.outcome(), scenario.reason() == null ? "" : scenario.reason(), scenario.findings()),
                details(scenario.findings()),
                scenario.started(),
                scenario.duration(),
                scenario.steps());
    }

    private TestCase requirement(RequirementResult result) {
        List<Finding> findings =
                result.findings().stream().map(LocatedFinding::finding).toList();
        RequirementId id = result.requirement().id();
        return new TestCase(
                OUTSIDE,
                id + ": " + result.requirement().statement(),
                "",
                List.of(id),
                List.of("@" + id),
                result.outcome(),
                message(result.outcome(), result.reason() == null ? "" : result.reason(), findings),
                details(findings),
                redacted.report().run().started(),
                Duration.ZERO,
                List.of());
    }

    private boolean isShownByNoScenario(RequirementResult result) {
        RequirementId id = result.requirement().id();
        return GRAVE.contains(result.outcome())
                && redacted.report().scenarios().stream()
                        .filter(scenario -> scenario.outcome().compareTo(result.outcome()) <= 0)
                        .noneMatch(scenario -> concerns(scenario, id));
    }

    private static boolean concerns(ScenarioResult scenario, RequirementId id) {
        return scenario.requirements().contains(id)
                || scenario.findings().stream()
                        .anyMatch(finding -> finding.requirement().equals(id));
    }

    private static String message(Outcome outcome, String reason, List<Finding> findings) {
        String found = findings.stream()
                .filter(finding -> finding.outcome() == outcome)
                .map(finding -> finding.requirement() + ": " + finding.message())
                .distinct()
                .collect(Collectors.joining("; "));
        return found.isEmpty() ? reason : found;
    }

    private String details(List<Finding> findings) {
        return findings.stream().map(this::details).collect(Collectors.joining("\n\n"));
    }

    private String details(Finding finding) {
        String head = finding.requirement() + " " + finding.outcome().label() + ": " + finding.message();
        return Stream.of(
                        head,
                        labelled("expected: ", finding.expected()),
                        labelled("actual: ", finding.actual()),
                        labelled("curl: ", redacted.curl(finding).orElse("")))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String labelled(String label, String text) {
        return text.isEmpty() ? "" : label + text;
    }
}
