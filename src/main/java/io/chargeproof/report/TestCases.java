package io.chargeproof.report;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cases of a run; together they are never greener than its verdict. */
final class TestCases {
    private final RedactedReport redacted;

    private TestCases(RedactedReport redacted) {
        this.redacted = redacted;
    }

    static List<TestCase> of(RedactedReport report) {
        TestCases cases = new TestCases(report);
        return Stream.concat(report.report().scenarios().stream(), StandIns.of(report.report()).stream())
                .map(cases::scenario)
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
                TestStatus.of(scenario.outcome(), redacted.report().scope().failOnWarning()),
                message(scenario.outcome(), scenario.reason() == null ? "" : scenario.reason(), scenario.findings()),
                details(scenario.findings()),
                scenario.started(),
                scenario.duration(),
                scenario.steps());
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
