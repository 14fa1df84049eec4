package io.chargeproof.run;

import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.RunReport.WaiverUse;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is said of a target in the end, from what is said of each requirement and what the profile excuses. */
public final class VerdictCalculator {
    /** The exit code of a profile that has to be changed. */
    private static final int CONFIGURATION = 2;

    private final VerdictPolicy terms;
    private final RequirementEvaluation assessment;
    private final List<ScenarioResult> scenarios;
    private final List<String> leftovers;
    private final List<RequirementResult> results;
    private final List<WaiverUse> waivers;
    private final List<WaiverUse> unneeded;
    private final List<WaiverUse> idle;

    /**
     * A conclusion.
     *
     * @param terms on what terms it is drawn
     * @param assessment what was found of each requirement
     * @param scenarios what was executed
     * @param leftovers what couldn't be put back at the target
     * @param isExcused which findings a waiver excuses
     * @param uses which waivers of the profile excuse any, of these requirements
     * @param isTriedWhole whether all was tried that could break a requirement
     */
    public VerdictCalculator(
            VerdictPolicy terms,
            RequirementEvaluation assessment,
            List<ScenarioResult> scenarios,
            List<String> leftovers,
            Predicate<LocatedFinding> isExcused,
            Function<List<RequirementResult>, List<WaiverUse>> uses,
            Predicate<RequirementId> isTriedWhole) {
        this.terms = terms;
        this.assessment = assessment;
        this.scenarios = scenarios.stream()
                .map(scenario -> Waivers.excuse(scenario, isExcused))
                .toList();
        this.leftovers = List.copyOf(leftovers);
        List<RequirementResult> found = assessment.requirements();
        this.results = assessment.excusing(isExcused).requirements();
        this.waivers = uses.apply(found);
        this.idle = Waivers.idle(waivers, found);
        this.unneeded = idle.stream()
                .filter(use -> terms.shard() == null && terms.rerun() == null && isTriedWhole.test(use.requirement()))
                .toList();
    }

    /** What was executed, what is excused as waived. */
    public List<ScenarioResult> scenarios() {
        return scenarios;
    }

    /** The waivers of the profile, and whether they were needed. */
    public List<WaiverUse> waivers() {
        return waivers;
    }

    /** One result for each requirement, what is excused as waived. */
    public List<RequirementResult> results() {
        return results;
    }

    /** A sentence for each waiver that excused nothing, though its requirement was judged. */
    public List<String> idleWaivers() {
        return idle.stream()
                .map(use -> Waivers.idleInWords(use, unneeded.contains(use)))
                .toList();
    }

    public Verdict verdict() {
        boolean broken = results.stream().anyMatch(result -> result.outcome() == Outcome.VIOLATION)
                || ofNoRequirement(Outcome.VIOLATION);
        if (broken || (terms.failOnWarning() && warned())) {
            return Verdict.NON_CONFORMING;
        }
        boolean open = results.stream()
                .anyMatch(result -> result.requirement().level() == RequirementLevel.MUST
                        && assessment.isInScope(result.requirement().id())
                        && RequirementEvaluation.isUndecided(result.outcome()));
        boolean ownOpen = List.of(Outcome.HARNESS_ERROR, Outcome.INCONCLUSIVE, Outcome.NOT_TESTED).stream()
                .anyMatch(this::ofNoRequirement);
        return open || ownOpen || !leftovers.isEmpty() ? Verdict.INCOMPLETE : Verdict.CONFORMING;
    }

    public int exitCode() {
        return switch (verdict()) {
            case NON_CONFORMING -> 1;
            case INCOMPLETE -> 3;
            case CONFORMING -> unneeded.isEmpty() ? 0 : CONFIGURATION;
        };
    }

    private boolean warned() {
        return results.stream().anyMatch(result -> result.outcome() == Outcome.WARNING);
    }

    public RunReport.Scope scope() {
        List<RequirementResult> musts = results.stream()
                .filter(result -> result.requirement().level() == RequirementLevel.MUST)
                .toList();
        List<RequirementResult> inScope = musts.stream()
                .filter(result ->
                        assessment.isInScope(result.requirement().id()) && result.outcome() != Outcome.OUT_OF_SCOPE)
                .toList();
        int decided = (int) inScope.stream()
                .filter(result -> !RequirementEvaluation.isUndecided(result.outcome()))
                .count();
        return new RunReport.Scope(
                inScope.size() + " of " + musts.size() + " MUSTs",
                inScope.size(),
                decided,
                terms.tags(),
                terms.shard(),
                terms.readOnly(),
                terms.rerun(),
                terms.failOnWarning());
    }

    /** Whether a scenario that names no requirement ended so, or found it in what it expects by itself. */
    private boolean ofNoRequirement(Outcome outcome) {
        return scenarios.stream()
                .anyMatch(scenario -> (scenario.requirements().isEmpty() && scenario.outcome() == outcome)
                        || scenario.findings().stream()
                                .anyMatch(finding -> finding.requirement() == null && finding.outcome() == outcome));
    }
}
