package io.chargeproof.report;

import io.chargeproof.check.Finding;
import io.chargeproof.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;

/** The sample run, grown to many scenarios with six exchanges each. */
public final class LargeRun {
    private static final int EXCHANGES = 6;

    private LargeRun() {}

    /** A run of so many scenarios; of every hundred one is broken. */
    public static RunReport of(int count) {
        RunReport sample = SampleRun.report();
        List<Exchange> exchanges = new ArrayList<>();
        List<ScenarioResult> scenarios = new ArrayList<>();
        List<LocatedFinding> findings = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            ScenarioResult model = sample.scenarios().get(number % 100 == 0 ? 0 : 3);
            List<Exchange> own = exchanges(exchanges.size());
            exchanges.addAll(own);
            ScenarioResult scenario = scenario(model, number, own);
            scenarios.add(scenario);
            scenario.findings().forEach(finding -> findings.add(new LocatedFinding(finding, scenario.location())));
        }
        return new RunReport(
                sample.run(),
                sample.scope(),
                sample.target(),
                sample.verdict(),
                sample.exitCode(),
                sample.requirements().stream()
                        .map(result -> result(result, findings))
                        .toList(),
                scenarios,
                exchanges,
                List.of(),
                List.of());
    }

    private static List<Exchange> exchanges(int sent) {
        List<Exchange> own = new ArrayList<>();
        for (int each = 1; each <= EXCHANGES; each++) {
            own.add((each == EXCHANGES ? SampleRun.ATTACH : SampleRun.READ).withNumber(sent + each));
        }
        return own;
    }

    private static ScenarioResult scenario(ScenarioResult model, int number, List<Exchange> own) {
        Exchange last = own.get(own.size() - 1);
        List<Finding> findings = model.findings().stream()
                .map(finding -> finding.shownBy(List.of(last)))
                .toList();
        return new ScenarioResult(
                model.name() + ", the " + number + ". time",
                "features/large/" + number / 100 + ".feature:" + number,
                model.api(),
                "Feature " + number / 100,
                "Rule " + number / 10,
                model.requirements(),
                model.tags(),
                model.outcome(),
                model.ending(),
                model.reason(),
                model.started(),
                model.duration(),
                model.steps(),
                own.stream().map(Exchange::number).toList(),
                findings,
                List.of());
    }

    private static RequirementResult result(RequirementResult result, List<LocatedFinding> findings) {
        List<LocatedFinding> own = findings.stream()
                .filter(located -> located.finding()
                        .requirement()
                        .equals(result.requirement().id()))
                .toList();
        return new RequirementResult(
                result.requirement(),
                result.outcome(),
                result.reason(),
                result.checks(),
                result.strength(),
                own.stream().map(LocatedFinding::scenario).toList(),
                own,
                result.observations());
    }
}
