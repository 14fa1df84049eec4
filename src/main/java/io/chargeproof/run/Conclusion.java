package io.chargeproof.run;

import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.RequirementLevel;
import java.util.List;

/** What is said of a target in the end, from what is said of each requirement and what the profile excuses. */
final class Conclusion {
    private final RunOptions options;
    private final Assessment assessment;
    private final List<ScenarioResult> scenarios;
    private final List<String> leftovers;
    private final List<RequirementResult> results;
    private final List<String> unneededWaivers;

    Conclusion(RunOptions options, Assessment assessment, List<ScenarioResult> scenarios, List<String> leftovers) {
        this.options = options;
        this.assessment = assessment;
        this.scenarios = List.copyOf(scenarios);
        this.leftovers = List.copyOf(leftovers);
        Waivers waivers = new Waivers(options.profile().waivers());
        List<RequirementResult> found = assessment.requirements();
        this.results = found.stream().map(waivers::applyTo).toList();
        this.unneededWaivers = waivers.unneeded(found);
    }

    /** One result for each requirement, what is excused as waived. */
    List<RequirementResult> results() {
        return results;
    }

    /** A sentence for each waiver that nothing needs any more. */
    List<String> unneededWaivers() {
        return unneededWaivers;
    }

    Verdict verdict() {
        boolean broken = results.stream().anyMatch(result -> result.outcome() == Outcome.VIOLATION)
                || ofNoRequirement(Outcome.VIOLATION);
        if (broken || !unneededWaivers.isEmpty()) {
            return Verdict.NON_CONFORMING;
        }
        boolean open = results.stream()
                .anyMatch(result -> result.requirement().level() == RequirementLevel.MUST
                        && assessment.isInScope(result.requirement().id())
                        && Assessment.isUndecided(result.outcome()));
        boolean ownOpen = scenarios.stream()
                .anyMatch(scenario -> scenario.requirements().isEmpty() && Assessment.isUndecided(scenario.outcome()));
        return open || ownOpen || !leftovers.isEmpty() ? Verdict.INCOMPLETE : Verdict.CONFORMING;
    }

    int exitCode() {
        boolean warned = results.stream().anyMatch(result -> result.outcome() == Outcome.WARNING);
        return switch (verdict()) {
            case NON_CONFORMING -> 1;
            case INCOMPLETE -> options.failOnWarning() && warned ? 1 : 3;
            case CONFORMING -> options.failOnWarning() && warned ? 1 : 0;
        };
    }

    RunReport.Scope scope() {
        List<RequirementResult> musts = results.stream()
                .filter(result -> result.requirement().level() == RequirementLevel.MUST)
                .toList();
        List<RequirementResult> inScope = musts.stream()
                .filter(result ->
                        assessment.isInScope(result.requirement().id()) && result.outcome() != Outcome.OUT_OF_SCOPE)
                .toList();
        int decided = (int) inScope.stream()
                .filter(result -> !Assessment.isUndecided(result.outcome()))
                .count();
        RunOptions.Shard shard = options.shard();
        return new RunReport.Scope(
                inScope.size() + " of " + musts.size() + " MUSTs",
                inScope.size(),
                decided,
                options.tags(),
                shard == null ? null : shard.toString(),
                options.permission().readOnly());
    }

    /** Whether a scenario of one's own that names no requirement ended so. */
    private boolean ofNoRequirement(Outcome outcome) {
        return scenarios.stream()
                .anyMatch(scenario -> scenario.requirements().isEmpty() && scenario.outcome() == outcome);
    }
}
