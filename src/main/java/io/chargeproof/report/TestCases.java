package io.chargeproof.report;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cases of a run; together they are never greener than its verdict. */
final class TestCases {
    private final RedactedReport redacted;

    private TestCases(RedactedReport redacted) {
        this.redacted = redacted;
    }

    static List<TestCase> of(RedactedReport report) {
        TestCases cases = new TestCases(report);
        Set<List<String>> taken = new HashSet<>();
        return Stream.concat(report.report().scenarios().stream(), SyntheticScenarios.of(report.report()).stream())
                .map(cases::scenario)
                .map(each -> unlike(taken, each))
                .toList();
    }

    /** Build servers take cases of one suite and name for one case, and show the last. */
    private static TestCase unlike(Set<List<String>> taken, TestCase each) {
        String name = each.name();
        for (int times = 2; !taken.add(List.of(each.suite(), name)); times++) {
            name = each.name() + " (" + times + ")";
        }
        return each.called(name);
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
                .map(Finding::sentence)
                .distinct()
                .collect(Collectors.joining("; "));
        return found.isEmpty() ? reason : found;
    }

    /** Requests that show several findings stand after the last of these. */
    private String details(List<Finding> findings) {
        Map<List<Long>, Integer> last = new HashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            last.put(numbers(findings.get(i)), i);
        }
        return IntStream.range(0, findings.size())
                .parallel()
                .mapToObj(i -> details(findings.get(i), last.getOrDefault(numbers(findings.get(i)), i) == i))
                .collect(Collectors.joining("\n\n"));
    }

    private String details(Finding finding, boolean withRequests) {
        return details(finding, withRequests ? redacted.requests(finding) : List.of());
    }

    private static List<Long> numbers(Finding finding) {
        return finding.evidence().stream().map(Exchange::number).toList();
    }

    private static String details(Finding finding, List<ShownRequest> requests) {
        String about = finding.requirement() == null ? "" : finding.requirement() + " ";
        String head = about + finding.outcome().label() + ": " + finding.message();
        Stream<String> told =
                Stream.of(head, labelled("expected: ", finding.expected()), labelled("actual: ", finding.actual()));
        Stream<String> remarks =
                Commands.remarks(requests.stream().map(ShownRequest::command).toList()).stream();
        return Stream.of(told, requests.stream().flatMap(TestCases::lines), remarks)
                .flatMap(each -> each)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(ShownRequest request) {
        return Stream.concat(
                Stream.of("curl: " + request.command()),
                request.answer().stream().map(line -> "answer: " + line));
    }

    private static String labelled(String label, String text) {
        return text.isEmpty() ? "" : label + text;
    }
}
