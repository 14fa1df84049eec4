package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.Apis;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code summary.md}: the run on one page, with nothing left out that fits into what build servers show. Where it
 * doesn't fit it says what is left out and where that is.
 */
final class SummaryMarkdown {
    /** GitHub shows no summary of more than 1 MiB. */
    static final int MOST_BYTES = 900 * 1024;

    private static final int RESERVE = 200;

    private final RedactedReport redacted;
    private final SummaryDetail detail;
    private final RunReport report;
    private final StringBuilder page = new StringBuilder();
    private int bytes;
    private boolean full;

    private SummaryMarkdown(RedactedReport redacted, SummaryDetail detail) {
        this.redacted = redacted;
        this.detail = detail;
        this.report = redacted.report();
    }

    static String of(RedactedReport report) {
        String page = "";
        for (SummaryDetail detail : SummaryDetail.LEVELS) {
            SummaryMarkdown summary = new SummaryMarkdown(report, detail);
            page = summary.render();
            if (!summary.full) {
                return page;
            }
        }
        return page;
    }

    private String render() {
        line(Markdown.text(Headline.of(report)));
        line("");
        line(OutcomeCountText.of(report) + ".");
        if (!detail.isWhole()) {
            line("");
            line("Not all that was found fits here; `conformance.json` has it.");
        }
        about();
        list("Notes", report.notices());
        changes();
        broken("Violations", Outcome.VIOLATION);
        broken("Harness errors", Outcome.HARNESS_ERROR);
        broken("Warnings", Outcome.WARNING);
        undecided("Inconclusive", Outcome.INCONCLUSIVE);
        undecided("Not tested", Outcome.NOT_TESTED);
        broken("Waived", Outcome.WAIVED);
        observations();
        list("Left behind at the target", report.leftovers());
        answers();
        add(ReportSection.markdown("", redacted.trend().passages(), 2));
        undecided("Out of scope", Outcome.OUT_OF_SCOPE);
        return full
                ? page + "\nThe rest is left out, as it doesn't fit here; `conformance.json` has it.\n"
                : page.toString();
    }

    private void about() {
        RunReport.Run run = report.run();
        ExchangeStatistics exchanges = ExchangeStatistics.of(report.exchanges());
        line("");
        line("| | |");
        line("|---|---|");
        row(
                "Target",
                Markdown.text(report.target().name() + " (" + report.target().kind() + ")"));
        report.target().addresses().forEach((api, address) -> row(Apis.name(api), Markdown.code(address)));
        row(
                "Run",
                Markdown.text(run.id()) + ", " + run.started() + ", "
                        + Duration.between(run.started(), run.finished()).toSeconds() + " s");
        row("Chargeproof", Markdown.text(run.version()) + ", depth " + run.depth() + ", seed " + run.seed());
        row(
                "Exchanges",
                exchanges.count() + ", " + exchanges.retried() + " retried; median " + exchanges.p50()
                        + " ms, 95 % within " + exchanges.p95() + " ms, longest " + exchanges.max() + " ms");
    }

    private void changes() {
        redacted.comparison().ifPresent(comparison -> {
            heading("Changes");
            add(ReportSection.markdown(comparison.headline(), comparison.news(), 3));
        });
    }

    private void broken(String title, Outcome outcome) {
        List<GroupedFinding> causes = redacted.causes().stream()
                .filter(cause -> cause.outcome() == outcome && cause.isSoJudged())
                .toList();
        List<RequirementResult> bare = report.requirements().stream()
                .filter(result -> result.outcome() == outcome)
                .filter(result -> causes.stream()
                        .noneMatch(cause -> cause.requirements()
                                .contains(result.requirement().id())))
                .toList();
        if (causes.isEmpty() && bare.isEmpty()) {
            return;
        }
        line("");
        line("## " + title);
        causes.forEach(cause -> {
            if (cause.isForItself()) {
                line("");
                line("### " + Markdown.text(redacted.title(cause)));
            } else {
                head(cause.rowsSoJudged());
            }
            line("");
            FindingMarkdown.of(redacted, cause, detail).forEach(this::add);
            foot(cause.rowsSoJudged());
        });
        bare.forEach(result -> {
            head(List.of(result));
            line("");
            line("- " + Markdown.text(Undecided.reason(result)));
            foot(List.of(result));
        });
    }

    private void head(List<RequirementResult> rows) {
        line("");
        line("### "
                + rows.stream()
                        .map(row -> row.requirement().id() + " ("
                                + row.requirement().level() + ")")
                        .collect(Collectors.joining(", ")));
        FindingMarkdown.rows(rows).forEach(row -> {
            line("");
            line(row);
        });
        rows.forEach(this::since);
    }

    private void foot(List<RequirementResult> rows) {
        rows.stream().map(row -> row.requirement().lookAt()).distinct().forEach(place -> {
            line("");
            line("Look at: " + Markdown.text(place));
        });
        rows.forEach(row -> strength(row.strength()));
    }

    private void strength(RequirementResult.@Nullable Strength strength) {
        if (strength != null) {
            line("");
            line("Strength: " + strength.inWords());
        }
    }

    private void since(RequirementResult result) {
        String since = redacted.since(result.requirement().id());
        if (!since.isEmpty()) {
            line("");
            line("Broken since " + Markdown.text(since) + ".");
        }
    }

    private void undecided(String title, Outcome outcome) {
        List<Undecided> groups = Undecided.of(report, outcome);
        List<GroupedFinding> own = redacted.causes().stream()
                .filter(cause -> cause.outcome() == outcome && cause.isForItself())
                .toList();
        if (!groups.isEmpty() || !own.isEmpty()) {
            heading(title);
            groups.forEach(group -> line("- " + Markdown.text(group.reason()) + ": " + group.which()));
            own.forEach(
                    cause -> line("- " + Markdown.text(cause.shown().finding().message()) + ": "
                            + Markdown.text(redacted.title(cause)) + ", " + Markdown.text(cause.where())));
        }
    }

    private void observations() {
        List<RequirementResult> observed = report.requirements().stream()
                .filter(result -> !result.observations().isEmpty())
                .toList();
        if (!observed.isEmpty()) {
            heading("Observations");
            observed.forEach(result -> line(
                    "- " + result.requirement().id() + ": " + Markdown.text(String.join("; ", result.observations()))));
        }
    }

    private void answers() {
        if (!report.exchanges().isEmpty()) {
            heading("Answers");
            line("| interface | operation | answer | count |");
            line("|---|---|---|---:|");
            AnswerCodes.of(report.exchanges())
                    .forEach((code, numbers) ->
                            line("| " + Markdown.text(code.api()) + " | " + Markdown.text(code.operation()) + " | "
                                    + code.inWords() + " | " + numbers.size() + " |"));
        }
    }

    private void list(String title, List<String> items) {
        if (!items.isEmpty()) {
            heading(title);
            items.forEach(item -> line("- " + Markdown.text(item)));
        }
    }

    private void heading(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void row(String name, String value) {
        line("| " + name + " | " + value + " |");
    }

    private void line(String line) {
        add(line + "\n");
    }

    /** What is added is whole in itself, so that no block of code stays open where the page is full. */
    private void add(String text) {
        int more = text.getBytes(UTF_8).length;
        full |= bytes + more > MOST_BYTES - RESERVE;
        if (!full) {
            page.append(text);
            bytes += more;
        }
    }
}
