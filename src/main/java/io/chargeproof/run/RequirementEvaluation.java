package io.chargeproof.run;

import io.chargeproof.check.Outcome;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Concludes from everything that was recorded what is said of each requirement. */
public final class RequirementEvaluation {
    private final List<Requirement> catalogue;
    private final RunScope reach;
    private final RunResults evidence;

    public RequirementEvaluation(List<Requirement> catalogue, RunScope reach, RunResults evidence) {
        this.catalogue = List.copyOf(catalogue);
        this.reach = reach;
        this.evidence = evidence;
    }

    /** One result for each requirement of the catalogue. */
    List<RequirementResult> requirements() {
        return catalogue.stream().map(this::result).toList();
    }

    /** The same with each excused breach as waived: what it hid, such as a scenario without an answer, then counts. */
    RequirementEvaluation excusing(Predicate<LocatedFinding> isExcused) {
        return new RequirementEvaluation(catalogue, reach, evidence.excusing(isExcused));
    }

    /** Whether the run decides on a requirement, or would if it could. */
    boolean isInScope(RequirementId id) {
        return reach.includes().test(id);
    }

    private RequirementResult result(Requirement requirement) {
        RequirementId id = requirement.id();
        List<LocatedFinding> findings = findings(id);
        int checks = evidence.judgements().getOrDefault(id, 0);
        Conclusion conclusion = conclude(requirement, findings, checks);
        return new RequirementResult(
                requirement,
                conclusion.outcome(),
                conclusion.reason(),
                checks,
                SuiteStrength.strengthOf(id),
                scenarios(id).map(ScenarioResult::location).toList(),
                findings,
                observations(id));
    }

    /**
     * What is said of a requirement.
     *
     * @param outcome the outcome
     * @param reason why nothing is said of it, where that is so
     */
    private record Conclusion(Outcome outcome, @Nullable String reason) {}

    private Conclusion conclude(Requirement requirement, List<LocatedFinding> findings, int checks) {
        Optional<Outcome> worst = findings.stream()
                .map(located -> located.finding().outcome())
                .filter(outcome -> outcome.compareTo(Outcome.CONFORMS) < 0)
                .min(Comparator.naturalOrder());
        if (worst.filter(outcome -> outcome == Outcome.VIOLATION).isPresent()) {
            return new Conclusion(Outcome.VIOLATION, null);
        }
        if (requirement.undecidable() != null) {
            return worst.filter(outcome -> outcome == Outcome.WAIVED)
                    .map(outcome -> new Conclusion(outcome, null))
                    .orElseGet(() -> new Conclusion(Outcome.OUT_OF_SCOPE, requirement.undecidable()));
        }
        if (!isInScope(requirement.id())) {
            return worst.map(outcome -> new Conclusion(outcome, null))
                    .orElseGet(() ->
                            new Conclusion(Outcome.OUT_OF_SCOPE, reach.whyNot().apply(requirement.id())));
        }
        String away = reach.unreachable().get(requirement.id().api());
        if (away != null) {
            return new Conclusion(Outcome.INCONCLUSIVE, away);
        }
        return decided(requirement, worst, checks);
    }

    private Conclusion decided(Requirement requirement, Optional<Outcome> worst, int checks) {
        Optional<Conclusion> spoilt = Stream.of(Outcome.HARNESS_ERROR, Outcome.INCONCLUSIVE, Outcome.NOT_TESTED)
                .flatMap(outcome -> ended(requirement.id(), outcome).stream())
                .findFirst();
        if (spoilt.isPresent()) {
            return spoilt.get();
        }
        if (worst.filter(outcome -> outcome != Outcome.OBSERVATION).isPresent()) {
            return new Conclusion(worst.get(), null);
        }
        if (checks == 0) {
            return new Conclusion(Outcome.NOT_TESTED, whyUndecided(requirement.id()));
        }
        boolean open = requirement.level() == RequirementLevel.OBSERVE;
        return new Conclusion(open ? Outcome.OBSERVATION : Outcome.CONFORMS, null);
    }

    private String whyUndecided(RequirementId id) {
        return scenarios(id)
                .flatMap(each -> Stream.ofNullable(each.reason()))
                .findFirst()
                .orElse("no scenario came to a judgement on it");
    }

    /** What a scenario says that ended so, if one did. */
    private Optional<Conclusion> ended(RequirementId id, Outcome outcome) {
        return scenarios(id)
                .filter(each ->
                        each.ending() == outcome || (outcome == Outcome.INCONCLUSIVE && isInconclusive(each, id)))
                .map(each -> new Conclusion(outcome, each.reason()))
                .findFirst();
    }

    private static boolean isInconclusive(ScenarioResult each, RequirementId id) {
        return each.findings().stream()
                .anyMatch(finding -> id.equals(finding.requirement()) && finding.outcome() == Outcome.INCONCLUSIVE);
    }

    private Stream<ScenarioResult> scenarios(RequirementId id) {
        return evidence.scenarios().stream().filter(each -> each.requirements().contains(id));
    }

    private List<LocatedFinding> findings(RequirementId id) {
        return evidence.scenarios().stream()
                .flatMap(each -> each.findings().stream()
                        .filter(finding -> id.equals(finding.requirement()))
                        .map(finding -> new LocatedFinding(finding, each.location())))
                .sorted(Comparator.comparing(located -> located.finding().outcome()))
                .toList();
    }

    private List<String> observations(RequirementId id) {
        return evidence.observations().getOrDefault(id, List.of()).stream()
                .distinct()
                .toList();
    }

    /** The outcomes that leave a requirement undecided. */
    static boolean isUndecided(Outcome outcome) {
        return Set.of(Outcome.HARNESS_ERROR, Outcome.INCONCLUSIVE, Outcome.NOT_TESTED)
                .contains(outcome);
    }
}
