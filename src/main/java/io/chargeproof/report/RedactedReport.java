package io.chargeproof.report;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.check.Pinpoint;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.requirement.RequirementId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report whose every text has passed the redactor: the only thing that projections get to see. */
public final class RedactedReport {
    private final RunReport report;
    private final Commands commands;
    private final Sequences sequences;
    private final RunHistoryContext background;
    private final List<GroupedFinding> causes;
    private final Map<Likeness, GroupedFinding> byFinding = new HashMap<>();
    private final Map<Shown, List<ShownRequest>> shown = new ConcurrentHashMap<>();

    private RedactedReport(RunReport report, Commands commands, ReportOptions options) {
        this.report = report;
        this.commands = commands;
        this.sequences = new Sequences(report);
        this.background = RunHistoryContext.of(report, options);
        this.causes = GroupedFinding.of(report);
        causes.forEach(cause ->
                cause.findings().forEach(located -> byFinding.putIfAbsent(Likeness.of(located.finding()), cause)));
    }

    /** What makes a finding one and the same, wherever it stands. */
    private record Likeness(@Nullable RequirementId requirement, Outcome outcome, String message, List<Long> evidence) {
        static Likeness of(Finding finding) {
            return new Likeness(finding.requirement(), finding.outcome(), finding.message(), numbers(finding));
        }
    }

    private static List<Long> numbers(Finding finding) {
        return finding.evidence().stream().map(Exchange::number).toList();
    }

    /** The report with its secrets taken out, and the commands that reproduce its findings. */
    public static RedactedReport of(RunReport unredacted, ReportOptions options) {
        return new RedactedReport(
                new Redaction(options).of(unredacted), Commands.of(unredacted, options.requests()), options);
    }

    /** A report that is made of such as were redacted when they were written. */
    public static RedactedReport of(RecordedRun recorded, ReportOptions options) {
        return new RedactedReport(recorded.report(), Commands.ofRedacted(recorded.report()), options);
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

    /** What was found, gravest first: what one fault brings about is one cause. */
    public List<GroupedFinding> causes() {
        return causes;
    }

    /** The cause that a finding is due to. */
    public Optional<GroupedFinding> cause(Finding finding) {
        return Optional.ofNullable(byFinding.get(Likeness.of(finding)));
    }

    /** What a cause breaks, in a few words: requirements with their levels, or scenarios of one's own. */
    public String title(GroupedFinding cause) {
        return cause.isForItself()
                ? String.join(", ", scenarioTitles(cause))
                : cause.rows().stream()
                        .map(row -> row.requirement().id() + " ("
                                + row.requirement().level() + ")")
                        .collect(Collectors.joining(", "));
    }

    /** The scenarios in which a cause was found, by their names. */
    List<String> scenarioTitles(GroupedFinding cause) {
        return cause.scenarios().stream().map(this::scenarioTitle).toList();
    }

    private String scenarioTitle(String location) {
        return report.scenarios().stream()
                .filter(scenario -> scenario.location().equals(location))
                .map(scenario -> (scenario.isOwn() ? "own scenario '" : "scenario '") + scenario.name() + "'")
                .findFirst()
                .orElse(location);
    }

    /**
     * The requests that show a finding, in order, each with the command that sends it once more and what came of it. For several
     * threads.
     */
    public List<ShownRequest> requests(Finding finding) {
        return shown.computeIfAbsent(new Shown(numbers(finding), finding.pinpoint()), each -> shownRequests(finding));
    }

    /** By what a finding is shown, and what of it counts. */
    private record Shown(List<Long> evidence, Pinpoint pinpoint) {}

    private List<ShownRequest> shownRequests(Finding finding) {
        List<Exchange> sequence = sequences.of(finding);
        List<String> each = commands.of(sequence);
        Set<Long> judged = finding.evidence().stream().map(Exchange::number).collect(Collectors.toSet());
        long last = decisive(finding).map(Exchange::number).orElse(-1L);
        List<ShownRequest> requests = new ArrayList<>();
        for (int i = 0; i < sequence.size(); i++) {
            Exchange exchange = sequence.get(i);
            Pinpoint pinpoint = exchange.number() == last ? finding.pinpoint() : Pinpoint.NONE;
            requests.add(new ShownRequest(exchange, each.get(i), judged.contains(exchange.number()), pinpoint));
        }
        return List.copyOf(requests);
    }

    /** The exchange that shows a finding best, where there is one. */
    public static Optional<Exchange> decisive(Finding finding) {
        List<Exchange> evidence = finding.evidence();
        return evidence.isEmpty() ? Optional.empty() : Optional.of(evidence.get(evidence.size() - 1));
    }
}
