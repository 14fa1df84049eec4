package io.chargeproof.report;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.RequirementId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A run's result for a terminal: the verdict first, then what is wrong, then what is unknown, then where to read on.
 * Every sentence makes sense when read aloud; colour only repeats what the words say.
 */
public final class ConsoleSummary {
    private static final int MOST_CAUSES = 20;
    private static final int MOST_OF_A_ROW = 3;
    private static final int MOST_OTHERS = 3;
    private static final int MOST_REASONS = 8;
    private static final int MOST_LEFTOVERS = 20;
    private static final int LONGEST_COMMAND = 20_000;

    private final RedactedReport redacted;
    private final RunReport report;
    private final ConsoleText text;

    private ConsoleSummary(RedactedReport redacted, int width, boolean colour) {
        this.redacted = redacted;
        this.report = redacted.report();
        this.text = new ConsoleText(width, colour);
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
        return of(report, ConsoleText.WIDTH, colour);
    }

    /**
     * The same for a terminal of so many columns; only the first line, commands and answers may be longer, as they have to stay
     * whole.
     */
    public static String of(RedactedReport report, int width, boolean colour) {
        return new ConsoleSummary(report, width, colour).render();
    }

    /** Where to read on once it is written. */
    public static String whereToReadOn(Path directory) {
        ConsoleText text = new ConsoleText(false);
        text.gap();
        text.verbatim("Report: " + directory);
        Path html = directory.resolve("allure-report").resolve("index.html");
        text.verbatim("Open:   " + (Files.exists(html) ? opening(html, directory) : directory.resolve("summary.md")));
        return text.toString();
    }

    /** A page that is one file opens from the disk; one that fetches its data takes a server. */
    private static String opening(Path html, Path directory) {
        boolean alone = !Files.exists(html.resolveSibling("data"));
        return alone ? html.toString() : "./chargeproof report open " + ShellWord.plain(directory.toString());
    }

    private String render() {
        text.verdict(report.verdict(), Headline.of(report));
        text.paragraph(0, OutcomeCountText.of(report));
        redacted.comparison().ifPresent(comparison -> text.paragraph(0, comparison.headline()));
        report.notices().forEach(notice -> text.labelled(0, "note: ", notice));
        broken(Outcome.VIOLATION);
        broken(Outcome.HARNESS_ERROR);
        broken(Outcome.WARNING);
        List.of(Outcome.INCONCLUSIVE, Outcome.NOT_TESTED, Outcome.WAIVED).forEach(outcome -> {
            undecided(outcome);
            undecidedOwn(outcome);
        });
        leftovers();
        answers();
        redacted.comparison().ifPresent(comparison -> ReportSection.putInto(text, comparison.news()));
        return text.toString();
    }

    private void broken(Outcome outcome) {
        List<GroupedFinding> causes = redacted.causes().stream()
                .filter(cause -> cause.outcome() == outcome && cause.isSoJudged())
                .toList();
        List<GroupedFinding> shown = some(causes);
        shown.forEach(this::cause);
        List<RequirementResult> bare = report.requirements().stream()
                .filter(result -> result.outcome() == outcome)
                .filter(result -> causes.stream()
                        .noneMatch(cause -> cause.requirements()
                                .contains(result.requirement().id())))
                .toList();
        bare.stream().limit(MOST_CAUSES).forEach(result -> {
            heading(result.outcome(), List.of(result));
            text.paragraph(2, Undecided.reason(result));
        });
        int more = causes.size() - shown.size() + Math.max(0, bare.size() - MOST_CAUSES);
        if (more > 0) {
            text.gap();
            text.paragraph(0, "and " + more + " more in summary.md (" + outcome.label() + ")");
        }
    }

    /** The first causes of each requirement. */
    private static List<GroupedFinding> some(List<GroupedFinding> causes) {
        Map<RequirementId, Integer> times = new HashMap<>();
        return causes.stream()
                .filter(cause -> cause.isForItself()
                        || cause.rowsSoJudged().stream()
                                .mapToInt(row -> times.merge(row.requirement().id(), 1, Integer::sum))
                                .anyMatch(count -> count <= MOST_OF_A_ROW))
                .limit(MOST_CAUSES)
                .toList();
    }

    private void heading(Outcome outcome, List<RequirementResult> rows) {
        text.gap();
        text.heading(outcome, sentence(rows.get(0)));
        rows.stream().skip(1).forEach(row -> text.labelled(2, "also:     ", sentence(row)));
        rows.stream()
                .map(row -> redacted.since(row.requirement().id()))
                .distinct()
                .forEach(since -> text.labelled(2, "since:    ", since));
    }

    private void headingOfOwn(GroupedFinding cause) {
        List<String> titles = redacted.scenarioTitles(cause);
        text.gap();
        text.heading(cause.outcome(), titles.get(0));
        titles.stream().skip(1).limit(MOST_OTHERS).forEach(title -> text.labelled(2, "also:     ", title));
    }

    /** Of which scenarios of one's own nothing can be said, and why. */
    private void undecidedOwn(Outcome outcome) {
        redacted.causes().stream()
                .filter(cause -> cause.outcome() == outcome && cause.isForItself())
                .limit(MOST_CAUSES)
                .forEach(cause -> {
                    headingOfOwn(cause);
                    text.labelled(2, "where:    ", cause.where());
                    text.labelled(2, "reason:   ", cause.shown().finding().message());
                });
    }

    private static String sentence(RequirementResult row) {
        return row.requirement().id() + " (" + row.requirement().level() + "): "
                + row.requirement().statement();
    }

    private void cause(GroupedFinding cause) {
        List<RequirementResult> rows = cause.rowsSoJudged();
        if (cause.isForItself()) {
            headingOfOwn(cause);
        } else {
            heading(cause.outcome(), rows);
        }
        text.labelled(
                2,
                "source:   ",
                rows.stream().map(row -> row.requirement().source()).distinct().collect(Collectors.joining("; ")));
        Finding finding = cause.shown().finding();
        text.labelled(2, "where:    ", cause.where());
        text.labelled(2, "found:    ", finding.message());
        text.labelled(2, "expected: ", finding.expected());
        rows.stream()
                .map(row -> row.requirement().id())
                .filter(id -> !cause.expectedBy(id).equals(finding.expected()))
                .forEach(id -> text.labelled(2, "expected by " + id + ": ", cause.expectedBy(id)));
        text.labelled(2, "actual:   ", finding.actual());
        text.labelled(2, "repeated: ", RepeatText.of(finding.repeat()));
        others(cause.others());
        requests(finding);
        if (cause.outcome() == Outcome.VIOLATION) {
            rows.stream()
                    .map(row -> row.requirement().lookAt())
                    .distinct()
                    .forEach(place -> text.labelled(2, "look at:  ", place));
        }
    }

    private void others(List<String> messages) {
        messages.stream().limit(MOST_OTHERS).forEach(message -> text.labelled(2, "and:      ", message));
        if (messages.size() > MOST_OTHERS) {
            text.paragraph(2, "and " + (messages.size() - MOST_OTHERS) + " more in summary.md");
        }
    }

    private void requests(Finding finding) {
        List<ShownRequest> requests = redacted.requests(finding);
        for (ShownRequest request : requests) {
            if (requests.size() > 1) {
                text.labelled(2, "request:  ", request.purpose());
            }
            command(request.command());
            request.traceId().ifPresent(id -> text.labelled(2, "trace:    ", id));
            text.labelled(2, "answer:   ", request.head());
            text.cut(12, DisplayText.visible(request.body()) + request.rest());
        }
        Commands.remarks(requests.stream().map(ShownRequest::command).toList())
                .forEach(remark -> text.labelled(2, "note:     ", remark));
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
