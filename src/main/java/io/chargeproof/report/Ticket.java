package io.chargeproof.report;

import java.util.stream.Collectors;

/** A text about a finding that is whole in itself, to be pasted where faults are kept: plain, or taken for Markdown. */
public final class Ticket {
    private static final SummaryDetail DETAIL = new SummaryDetail(5, 3, 8_000);

    private Ticket() {}

    /** The text for a cause. */
    public static String of(RedactedReport report, GroupedFinding cause) {
        RunReport.Run run = report.report().run();
        String rows = FindingMarkdown.rows(cause.rows()).stream().collect(Collectors.joining("\n\n"));
        return Markdown.text(report.title(cause)) + ": "
                + Markdown.text(cause.shown().finding().message()) + "\n\n"
                + (rows.isEmpty() ? "" : rows + "\n\n")
                + String.join("", FindingMarkdown.of(report, cause, DETAIL))
                + "\nFound at " + Markdown.text(report.report().target().name()) + " in run " + Markdown.text(run.id())
                + " of " + run.started() + " by Chargeproof " + Markdown.text(run.version()) + ", finding "
                + cause.id() + ".\n";
    }
}
