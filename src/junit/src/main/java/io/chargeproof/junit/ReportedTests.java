package io.chargeproof.junit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;

/** The tests that stand for what a run found. */
final class ReportedTests {
    private final Report report;
    private final Release release;

    private ReportedTests(Report report, Release release) {
        this.report = report;
        this.release = release;
    }

    /** The verdict first, then each requirement, then each scenario of the project's own. */
    static List<DynamicTest> of(Ended ended, Release release) {
        Optional<Path> folder = ended.report();
        if (folder.isEmpty()) {
            return List.of(withoutReport(ended));
        }
        Report report;
        try {
            report = Report.read(folder.get());
        } catch (IOException e) {
            return List.of(DynamicTest.dynamicTest("verdict", () -> {
                throw failure("There is no verdict: " + e.getMessage());
            }));
        }
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(verdict(ended, firstLine(ended) + "\nreport: " + folder.get().resolve("summary.md")));
        ReportedTests reported = new ReportedTests(report, release);
        Stream.of(report.requirements(), report.ownScenarios())
                .flatMap(List::stream)
                .map(reported::test)
                .forEach(tests::add);
        return tests;
    }

    private static DynamicTest withoutReport(Ended ended) {
        String said = harmless(ended.complaint());
        return ended.code() == 0
                ? DynamicTest.dynamicTest("verdict", () -> {
                    throw failure("The run wrote no report, and ended with 0: " + said);
                })
                : verdict(ended, said);
    }

    private static DynamicTest verdict(Ended ended, String said) {
        return DynamicTest.dynamicTest("verdict", () -> {
            if (ended.code() != 0) {
                throw failure(meaning(ended.code()) + " (exit code " + ended.code() + "): " + said);
            }
        });
    }

    private static String meaning(int code) {
        return switch (code) {
            case 1 -> "Something is broken";
            case 2 -> "The run isn't set up rightly";
            case 3 -> "It isn't known whether the service conforms";
            case 130, 143 -> "The run was stopped";
            default -> "Chargeproof or Java failed";
        };
    }

    private static String firstLine(Ended ended) {
        return Harmless.line(ended.out().lines().findFirst().orElse(""));
    }

    private static String harmless(String lines) {
        return lines.lines().map(Harmless::line).collect(Collectors.joining("\n"));
    }

    private DynamicTest test(Report.Item item) {
        Executable decision = () -> decide(item);
        return source(item)
                .map(uri -> DynamicTest.dynamicTest(item.title(), uri, decision))
                .orElseGet(() -> DynamicTest.dynamicTest(item.title(), decision));
    }

    /** The place in the feature, for an editor to go to. */
    private Optional<URI> source(Report.Item item) {
        int colon = item.place().lastIndexOf(':');
        if (colon < 0 || !item.place().substring(colon + 1).matches("[0-9]{1,6}")) {
            return Optional.empty();
        }
        URI file = release.folder().resolve(item.place().substring(0, colon)).toUri();
        return Optional.of(URI.create(file + "?line=" + item.place().substring(colon + 1)));
    }

    private void decide(Report.Item item) {
        switch (item.outcome()) {
            case "conforms", "observation" -> {}
            case "violation", "harness-error" -> throw failure(item);
            case "warning" -> failIf(report.failsOnWarning(), item);
            case "waived", "inconclusive", "not-tested", "out-of-scope" ->
                Assumptions.abort(item.outcome() + ": " + text(item));
            default -> throw failure("There is no such outcome as '" + item.outcome() + "' in this version");
        }
    }

    private void failIf(boolean fails, Report.Item item) {
        if (fails) {
            throw failure(item);
        }
        Assumptions.abort("warning: " + text(item));
    }

    private AssertionFailedError failure(Report.Item item) {
        List<Report.Finding> findings = findings(item);
        return findings.size() == 1
                ? new AssertionFailedError(
                        text(item), findings.get(0).expected(), findings.get(0).actual())
                : failure(text(item));
    }

    private String text(Report.Item item) {
        List<String> blocks = new ArrayList<>();
        if (!item.reason().isEmpty()) {
            blocks.add(Harmless.line(item.reason()));
        }
        findings(item).stream().map(ReportedTests::block).forEach(blocks::add);
        if (!item.place().isEmpty()) {
            blocks.add("where:    " + item.place());
        }
        return String.join("\n", blocks);
    }

    private static String block(Report.Finding finding) {
        return Stream.concat(
                        Stream.of(
                                "found:    " + finding.title(),
                                "expected: " + finding.expected(),
                                "actual:   " + finding.actual()),
                        finding.lines().stream())
                .collect(Collectors.joining("\n"));
    }

    private List<Report.Finding> findings(Report.Item item) {
        return item.findings().stream()
                .map(report.findings()::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static AssertionFailedError failure(String message) {
        return new AssertionFailedError(message);
    }
}
