package io.chargeproof.runs;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What shards recorded, put together as if one run had: exchanges numbered through, waived breaches as breaches again. */
final class CombinedShards {
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<ScenarioResult> scenarios = new ArrayList<>();
    private final Set<LocatedFinding> excused = new HashSet<>();
    private final Set<RequirementId> shoulds = new HashSet<>();
    private long numbered;

    CombinedShards(List<RecordedRun> shards) {
        shards.stream()
                .flatMap(shard -> shard.report().requirements().stream())
                .map(RequirementResult::requirement)
                .filter(requirement -> requirement.level() == RequirementLevel.SHOULD)
                .forEach(requirement -> shoulds.add(requirement.id()));
        for (RecordedRun shard : shards) {
            long offset = numbered;
            shard.report().exchanges().forEach(exchange -> add(exchange, offset));
            shard.report().scenarios().forEach(scenario -> scenarios.add(scenario(scenario, offset)));
        }
        scenarios.sort(new ScenarioOrder());
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    /** In the order of the feature files. */
    List<ScenarioResult> scenarios() {
        return scenarios;
    }

    /** The exchanges that findings are shown by. */
    List<Exchange> shown() {
        return scenarios.stream()
                .flatMap(scenario -> scenario.findings().stream())
                .flatMap(finding -> finding.evidence().stream())
                .distinct()
                .toList();
    }

    /** The findings that a waiver excused. */
    Set<LocatedFinding> excused() {
        return excused;
    }

    private void add(Exchange exchange, long offset) {
        exchanges.add(exchange.withNumber(exchange.number() + offset));
        numbered = Math.max(numbered, exchange.number() + offset);
    }

    private ScenarioResult scenario(ScenarioResult scenario, long offset) {
        List<Finding> findings = new ArrayList<>();
        boolean anyExcused = false;
        for (Finding finding : scenario.findings()) {
            Finding numberedThrough = finding.shownBy(finding.evidence().stream()
                    .map(exchange -> exchange.withNumber(exchange.number() + offset))
                    .toList());
            boolean waived = finding.outcome() == Outcome.WAIVED;
            Finding found = waived ? numberedThrough.as(asBreach(finding)) : numberedThrough;
            findings.add(found);
            if (waived) {
                excused.add(new LocatedFinding(found, scenario.location()));
                anyExcused = true;
            }
        }
        return scenario.with(anyExcused ? gravest(findings, scenario.outcome()) : scenario.outcome(), findings)
                .withExchanges(scenario.exchanges().stream()
                        .map(number -> number + offset)
                        .toList());
    }

    private Outcome asBreach(Finding finding) {
        return finding.requirement() != null && shoulds.contains(finding.requirement())
                ? Outcome.WARNING
                : Outcome.VIOLATION;
    }

    private static Outcome gravest(List<Finding> findings, Outcome ending) {
        return Stream.concat(findings.stream().map(Finding::outcome), Stream.of(ending))
                .min(Comparator.naturalOrder())
                .orElse(ending);
    }
}
