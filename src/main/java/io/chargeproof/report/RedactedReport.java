package io.chargeproof.report;

import io.chargeproof.check.Finding;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.requirement.RequirementId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A report whose every text has passed the redactor: the only thing that projections get to see. */
public final class RedactedReport {
    private final RunReport report;
    private final Map<Long, String> curls;

    private final Background background;

    private RedactedReport(RunReport report, Map<Long, String> curls, ReportOptions options) {
        this.report = report;
        this.curls = Map.copyOf(curls);
        this.background = Background.of(report, options);
    }

    /** The report with its secrets taken out, and the commands that reproduce its findings. */
    public static RedactedReport of(RunReport unredacted, ReportOptions options) {
        Redaction redaction = new Redaction(options.redactor());
        Map<Long, String> curls = new HashMap<>();
        findings(unredacted)
                .flatMap(finding -> decisive(finding).stream())
                .forEach(exchange -> curls.computeIfAbsent(
                        exchange.number(),
                        number -> WellFormedText.of(options.curl().apply(exchange.request()))));
        return new RedactedReport(redaction.of(unredacted), curls, options);
    }

    /** A report that is made of such as were redacted when they were written. */
    public static RedactedReport of(RecordedRun recorded, ReportOptions options) {
        return new RedactedReport(recorded.report(), recorded.curls(), options);
    }

    /** Since when a requirement is broken, such as {@code run ab12c of 2026-03-01T10:00:00Z}; empty where unknown. */
    public String since(RequirementId requirement) {
        return background.since(requirement);
    }

    /** What has changed since an earlier run, where there is one. */
    Optional<Comparison> comparison() {
        return background.comparison();
    }

    /** How outcomes and durations went over the newest runs. */
    Trend trend() {
        return background.trend();
    }

    /** The directories of the earlier runs that were asked the same of the same target, the newest first. */
    public List<String> comparableRuns() {
        List<String> directories = new ArrayList<>();
        background.earlier().asWideAs(background.run()).runs().forEach(run -> directories.add(0, run.directory()));
        return directories;
    }

    /** A requirement's outcomes over the newest runs, such as {@code conforms 2 times, then violation}, or empty. */
    public String trend(RequirementId requirement) {
        return background.trend().of(requirement);
    }

    /** The report itself. */
    public RunReport report() {
        return report;
    }

    /** The command that sends the decisive request of a finding once more, where there is such a request. */
    public Optional<String> curl(Finding finding) {
        return decisive(finding).map(exchange -> curls.get(exchange.number()));
    }

    /** The exchange that shows a finding best, where there is one. */
    public static Optional<Exchange> decisive(Finding finding) {
        List<Exchange> evidence = finding.evidence();
        return evidence.isEmpty() ? Optional.empty() : Optional.of(evidence.get(evidence.size() - 1));
    }

    private static Stream<Finding> findings(RunReport report) {
        return Stream.concat(
                report.requirements().stream()
                        .flatMap(result -> result.findings().stream())
                        .map(LocatedFinding::finding),
                report.scenarios().stream().flatMap(scenario -> scenario.findings().stream()));
    }
}
