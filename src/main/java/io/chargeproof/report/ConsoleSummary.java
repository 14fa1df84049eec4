package io.chargeproof.report;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A run's result for a terminal: the verdict first, then what is wrong, then what is unknown, then where to read on.
 * Every sentence makes sense when read aloud; colour only repeats what the words say.
 */
public final class ConsoleSummary {
    private static final int MOST_REQUIREMENTS = 20;
    private static final int MOST_FINDINGS = 3;
    private static final int MOST_REASONS = 8;
    private static final int MOST_LEFTOVERS = 20;
    private static final int LONGEST_COMMAND = 20_000;

    private final RedactedReport redacted;
    private final RunReport report;
    private final ConsoleText text;
    private final CurlsOnce curls;

    private ConsoleSummary(RedactedReport redacted, boolean colour) {
        this.redacted = redacted;
        this.report = redacted.report();
        this.text = new ConsoleText(colour);
        this.curls = new CurlsOnce(redacted);
    }

    /**
     * Renders the summary.
     *
     * @param unredacted what was found
     * @param options how the report was written; its redactor and curl renderer serve here too
     * @param directory the run's directory
     * @param colour whether ANSI colours may be used
     * @return lines, each ended by a line feed
     */
    public static String of(RunReport unredacted, ReportOptions options, Path directory, boolean colour) {
        return of(RedactedReport.of(unredacted, options), directory, colour);
    }

    /** The same for a report that is redacted already. */
    public static String of(RedactedReport report, Path directory, boolean colour) {
        return of(report, colour) + whereToReadOn(directory);
    }

    /** The same without where to read on, for before anything is written. */
    public static String of(RedactedReport report, boolean colour) {
        return new ConsoleSummary(report, colour).render();
    }

    /** Where to read on once it is written. */
    public static String whereToReadOn(Path directory) {
        ConsoleText text = new ConsoleText(false);
        text.gap();
        text.verbatim("Report: " + directory);
        Path html = directory.resolve("allure-report").resolve("index.html");
        text.verbatim("Open:   " + (Files.exists(html) ? html : directory.resolve("summary.md")));
        return text.toString();
    }

    private String render() {
        text.verdict(report.verdict(), Headline.of(report));
        text.paragraph(0, CountsInWords.of(report));
        redacted.comparison().ifPresent(comparison -> text.paragraph(0, comparison.headline()));
        report.notices().forEach(notice -> text.labelled(0, "note: ", notice));
        broken(Outcome.VIOLATION);
        broken(Outcome.HARNESS_ERROR);
        broken(Outcome.WARNING);
        List.of(Outcome.INCONCLUSIVE, Outcome.NOT_TESTED, Outcome.WAIVED).forEach(this::undecided);
        leftovers();
        answers();
        redacted.comparison().ifPresent(comparison -> Passage.putInto(text, comparison.news()));
        return text.toString();
    }

    private void broken(Outcome outcome) {
        List<RequirementResult> results = report.requirements().stream()
                .filter(result -> result.outcome() == outcome)
                .toList();
        results.stream().limit(MOST_REQUIREMENTS).forEach(this::requirement);
        if (results.size() > MOST_REQUIREMENTS) {
            text.gap();
            text.paragraph(
                    0, "and " + (results.size() - MOST_REQUIREMENTS) + " more " + outcome.label() + " in summary.md");
        }
    }

    private void requirement(RequirementResult result) {
        text.gap();
        text.heading(
                result.outcome(),
                result.requirement().id() + " (" + result.requirement().level() + "): "
                        + result.requirement().statement());
        text.labelled(2, "since:    ", redacted.since(result.requirement().id()));
        List<FoundTogether> findings = FoundTogether.of(result);
        if (findings.isEmpty()) {
            text.paragraph(2, Undecided.reason(result));
        }
        findings.stream().limit(MOST_FINDINGS).forEach(this::finding);
        if (findings.size() > MOST_FINDINGS) {
            text.paragraph(2, "and " + (findings.size() - MOST_FINDINGS) + " more in summary.md");
        }
        if (result.outcome() == Outcome.VIOLATION) {
            text.labelled(2, "look at:  ", result.requirement().lookAt());
        }
    }

    private void finding(FoundTogether together) {
        Finding finding = together.finding();
        text.labelled(2, "where:    ", together.where());
        text.labelled(2, "found:    ", finding.message());
        text.labelled(2, "expected: ", finding.expected());
        text.labelled(2, "actual:   ", finding.actual());
        text.labelled(2, "repeated: ", RepeatInWords.of(finding.repeat()));
        curls.shownUnder(finding)
                .ifPresentOrElse(
                        id -> text.labelled(2, "curl:     ", "as under " + id),
                        () -> curls.show(finding).ifPresent(this::command));
    }

    private void command(String curl) {
        if (curl.length() > LONGEST_COMMAND) {
            text.labelled(2, "curl:     ", curl.length() + " characters; it is in conformance.json");
        } else {
            text.command(curl);
        }
    }

    private void undecided(Outcome outcome) {
        List<Undecided> groups = Undecided.of(report, outcome);
        if (groups.isEmpty()) {
            return;
        }
        text.gap();
        int count = groups.stream().mapToInt(Undecided::count).sum();
        text.heading(outcome, count + (count == 1 ? " requirement" : " requirements"));
        groups.stream().limit(MOST_REASONS).forEach(group -> {
            text.paragraph(2, group.reason());
            text.paragraph(4, group.which());
        });
        if (groups.size() > MOST_REASONS) {
            text.paragraph(2, "and " + (groups.size() - MOST_REASONS) + " more in summary.md");
        }
    }

    private void leftovers() {
        if (!report.leftovers().isEmpty()) {
            text.gap();
            text.paragraph(0, "Left behind at the target:");
            report.leftovers().stream().limit(MOST_LEFTOVERS).forEach(each -> text.paragraph(2, each));
            int more = report.leftovers().size() - MOST_LEFTOVERS;
            text.paragraph(2, more > 0 ? "and " + more + " more in summary.md" : "");
        }
    }

    private void answers() {
        List<String> lines = AnswerTable.lines(report.exchanges());
        if (!lines.isEmpty()) {
            text.gap();
            lines.forEach(text::verbatim);
        }
    }
}
