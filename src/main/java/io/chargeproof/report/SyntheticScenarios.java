package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.RequirementId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Stand-ins for scenarios that don't exist: formats that know only scenarios would otherwise be greener than the
 * verdict, where a requirement is broken or undecided and no scenario shows it.
 */
public final class SyntheticScenarios {
    /** The feature that they are said to belong to. */
    public static final String FEATURE = "Outside of scenarios";

    private static final Set<Outcome> GRAVE =
            EnumSet.of(Outcome.VIOLATION, Outcome.HARNESS_ERROR, Outcome.INCONCLUSIVE, Outcome.NOT_TESTED);

    private SyntheticScenarios() {}

    /** One for each such requirement. */
    public static List<ScenarioResult> of(RunReport report) {
        return report.requirements().stream()
                .filter(result -> isGrave(result.outcome(), report.scope().failOnWarning()))
                .filter(result -> report.scenarios().stream().noneMatch(scenario -> shows(scenario, result)))
                .map(result -> standIn(result, report))
                .toList();
    }

    private static boolean isGrave(Outcome outcome, boolean failOnWarning) {
        return GRAVE.contains(outcome) || (failOnWarning && outcome == Outcome.WARNING);
    }

    private static boolean shows(ScenarioResult scenario, RequirementResult result) {
        RequirementId id = result.requirement().id();
        boolean concerned = scenario.requirements().contains(id)
                || scenario.findings().stream().anyMatch(finding -> id.equals(finding.requirement()));
        return concerned && scenario.outcome().compareTo(result.outcome()) <= 0;
    }

    private static ScenarioResult standIn(RequirementResult result, RunReport report) {
        RequirementId id = result.requirement().id();
        return new ScenarioResult(
                id + ": " + result.requirement().statement(),
                "",
                id.api().label(),
                FEATURE,
                "",
                List.of(id),
                List.of("@" + id),
                result.outcome(),
                result.outcome(),
                result.reason(),
                report.run().started(),
                Duration.ZERO,
                List.of(),
                List.of(),
                result.findings().stream().map(LocatedFinding::finding).toList(),
                List.of());
    }
}
