package io.chargeproof.prove;

import io.chargeproof.check.Finding;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.traffic.Side;
import io.chargeproof.traffic.TrafficJudge;
import io.chargeproof.traffic.recording.ApiAddresses;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What judging the traffic of a trial says of its provider, without asking it anything.
 *
 * @param ordinary the requirements on the provider that the traffic of the happy paths alone shows to be broken
 * @param all those that all traffic of the trial shows to be broken
 */
public record FromTraffic(Set<RequirementId> ordinary, Set<RequirementId> all) {
    private static final String SMOKE = "@smoke";

    public FromTraffic {
        ordinary = Set.copyOf(ordinary);
        all = Set.copyOf(all);
    }

    static FromTraffic of(RunReport report) {
        return new FromTraffic(
                broken(report, smoke(report)).keySet(),
                broken(report, report.exchanges()).keySet());
    }

    /** What all traffic of a trial shows to be broken, a sentence each. */
    static List<String> alarms(RunReport report) {
        return broken(report, report.exchanges()).values().stream()
                .map(finding -> "judging the traffic of the run: " + finding.sentence() + ", expected "
                        + finding.expected() + ", got " + finding.actual())
                .toList();
    }

    private static SortedMap<RequirementId, Finding> broken(RunReport report, List<Exchange> exchanges) {
        TrafficJudge judge = new TrafficJudge(ApiAddresses.of(report.target().addresses()), true);
        judge.judge("the run", exchanges);
        return judge.broken(Side.PROVIDER);
    }

    private static List<Exchange> smoke(RunReport report) {
        Set<Long> numbers = report.scenarios().stream()
                .filter(scenario -> scenario.tags().contains(SMOKE))
                .map(ScenarioResult::exchanges)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        return report.exchanges().stream()
                .filter(exchange -> numbers.contains(exchange.number()))
                .toList();
    }

    /** Whether the happy paths alone show that very requirement to be broken. */
    public boolean isCaughtInOrdinaryTraffic(RequirementId requirement) {
        return ordinary.contains(requirement);
    }

    /** Whether all traffic shows that very requirement to be broken. */
    public boolean isCaught(RequirementId requirement) {
        return all.contains(requirement);
    }
}
