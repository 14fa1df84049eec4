package io.chargeproof.report;

import io.chargeproof.check.Finding;
import java.util.ArrayList;
import java.util.List;

/** What was found, in Markdown: what was asked for and what came, and the requests that show it with their answers. */
final class FindingMarkdown {
    private final RedactedReport report;
    private final SummaryDetail detail;
    private final List<String> parts = new ArrayList<>();

    private FindingMarkdown(RedactedReport report, SummaryDetail detail) {
        this.report = report;
        this.detail = detail;
    }

    /** Parts that each are whole in themselves, lines ended. */
    static List<String> of(RedactedReport report, GroupedFinding cause, SummaryDetail detail) {
        FindingMarkdown markdown = new FindingMarkdown(report, detail);
        markdown.render(cause);
        return markdown.parts;
    }

    /** The requirements that a cause breaks, with their sentences and sources. */
    static List<String> rows(List<RequirementResult> rows) {
        return rows.stream()
                .map(row -> Markdown.text(row.requirement().statement()) + " *"
                        + Markdown.text(row.requirement().source()) + "*"
                        + (rows.size() > 1 ? " (" + row.requirement().id() + ")" : ""))
                .toList();
    }

    private void render(GroupedFinding cause) {
        Finding finding = cause.shown().finding();
        line("- " + Markdown.text(finding.message()));
        point("expected", finding.expected());
        cause.rows().stream()
                .map(row -> row.requirement().id())
                .filter(id -> !cause.expectedBy(id).equals(finding.expected()))
                .forEach(id -> point("expected by " + id, cause.expectedBy(id)));
        point("actual", finding.actual());
        some(cause.scenarios(), detail.scenarios(), "scenario");
        String repeated = RepeatText.of(finding.repeat());
        if (!repeated.isEmpty()) {
            line("  - " + repeated);
        }
        some(cause.others(), detail.findings(), "also");
        requests(finding);
    }

    private void requests(Finding finding) {
        List<ShownRequest> requests = report.requests(finding);
        List<String> commands = requests.stream().map(ShownRequest::command).toList();
        Commands.remarks(commands).forEach(remark -> line("  - " + Markdown.text(remark)));
        requests.forEach(each -> request(each, requests.size()));
    }

    private void request(ShownRequest request, int of) {
        if (of > 1) {
            line("");
            line("  " + Markdown.text(request.purpose()) + ":");
        }
        if (request.command().length() > detail.command()) {
            line("  - curl: " + request.command().length() + " characters, see `conformance.json`");
        } else {
            line("");
            add(indented(Markdown.block("sh", request.command())));
        }
        request.traceId().ifPresent(id -> point("trace", id));
        point("answer", request.head());
        if (!request.body().isEmpty()) {
            line("");
            add(indented(Markdown.block("", DisplayText.lines(request.body()) + request.rest())));
        }
    }

    private static String indented(String block) {
        return block.indent(2).stripTrailing() + "\n";
    }

    private void some(List<String> texts, int most, String what) {
        texts.stream().limit(most).forEach(text -> point(what, text));
        int more = texts.size() - most;
        if (more > 0) {
            line("  - … " + more + " more: see `conformance.json`");
        }
    }

    private void point(String name, String value) {
        if (!value.isEmpty()) {
            line("  - " + name + ": " + Markdown.code(value));
        }
    }

    private void line(String text) {
        add(text + "\n");
    }

    private void add(String text) {
        parts.add(text);
    }
}
