package io.chargeproof.run;

import io.chargeproof.check.Outcome;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Concludes from everything that was recorded what is said of each requirement. */
final class Assessment {
    private final RunOptions options;
    private final Selection selection;
    private final List<ScenarioRecorder.Recorded> recorded;
    private final Map<Api, String> unreachable;

    Assessment(
            RunOptions options,
            Selection selection,
            List<ScenarioRecorder.Recorded> recorded,
            Map<Api, String> unreachable) {
        this.options = options;
        this.selection = selection;
        this.recorded = List.copyOf(recorded);
        this.unreachable = Map.copyOf(unreachable);
    }

    /** One result for each requirement of the catalogue. */
    List<RequirementResult> requirements() {
        return options.catalogue().all().stream().map(this::result).toList();
    }

    /** Whether the run decides on a requirement, or would if it could. */
    boolean isInScope(RequirementId id) {
        return selection.selected().stream()
                .anyMatch(scenario -> scenario.requirements().contains(id));
    }

    private RequirementResult result(Requirement requirement) {
        RequirementId id = requirement.id();
        List<LocatedFinding> findings = findings(id);
        int checks = recorded.stream()
                .mapToInt(each -> each.findings().judgements().getOrDefault(id, 0))
                .sum();
        Conclusion conclusion = conclude(requirement, findings, checks);
        return new RequirementResult(
                requirement,
                conclusion.outcome(),
                conclusion.reason(),
                checks,
                SeededDefects.strengthOf(id),
                scenarios(id)
                        .map(ScenarioRecorder.Recorded::result)
                        .map(ScenarioResult::location)
                        .toList(),
                findings,
                observation(id));
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
            return new Conclusion(Outcome.OUT_OF_SCOPE, requirement.undecidable());
        }
        if (!isInScope(requirement.id())) {
            return worst.map(outcome -> new Conclusion(outcome, null))
                    .orElseGet(() -> new Conclusion(Outcome.OUT_OF_SCOPE, whyOutOfScope(requirement.id())));
        }
        String away = unreachable.get(requirement.id().api());
        if (away != null) {
            return new Conclusion(Outcome.INCONCLUSIVE, away);
        }
        return decided(requirement, worst, checks);
    }

    private Conclusion decided(Requirement requirement, Optional<Outcome> worst, int checks) {
        Optional<Conclusion> spoilt = Stream.of(Outcome.HARNESS_ERROR, Outcome.INCONCLUSIVE)
                .flatMap(outcome -> ended(requirement.id(), outcome).stream())
                .findFirst();
        if (spoilt.isPresent()) {
            return spoilt.get();
        }
        if (worst.filter(outcome -> outcome != Outcome.OBSERVATION).isPresent()) {
            return new Conclusion(worst.get(), null);
        }
        if (checks == 0) {
            return ended(requirement.id(), Outcome.NOT_TESTED)
                    .orElseGet(() -> new Conclusion(Outcome.NOT_TESTED, "no scenario came to a judgement on it"));
        }
        boolean open = requirement.level() == RequirementLevel.OBSERVE;
        return new Conclusion(open ? Outcome.OBSERVATION : Outcome.CONFORMS, null);
    }

    /** What a scenario says that ended so, if one did. */
    private Optional<Conclusion> ended(RequirementId id, Outcome outcome) {
        return scenarios(id)
                .filter(each -> each.result().outcome() == outcome
                        || (outcome == Outcome.INCONCLUSIVE && isInconclusive(each, id)))
                .map(each -> new Conclusion(outcome, each.result().reason()))
                .findFirst();
    }

    private static boolean isInconclusive(ScenarioRecorder.Recorded each, RequirementId id) {
        return each.findings().found().stream()
                .anyMatch(finding -> finding.requirement().equals(id) && finding.outcome() == Outcome.INCONCLUSIVE);
    }

    private String whyOutOfScope(RequirementId id) {
        return selection.all().stream()
                .filter(scenario -> scenario.requirements().contains(id))
                .flatMap(scenario -> selection.reasonAgainst(scenario).stream())
                .findFirst()
                .orElse("no scenario that is executed names it");
    }

    private Stream<ScenarioRecorder.Recorded> scenarios(RequirementId id) {
        return recorded.stream().filter(each -> each.result().requirements().contains(id));
    }

    private List<LocatedFinding> findings(RequirementId id) {
        return recorded.stream()
                .flatMap(each -> each.findings().found().stream()
                        .filter(finding -> finding.requirement().equals(id))
                        .map(finding ->
                                new LocatedFinding(finding, each.result().location())))
                .sorted(Comparator.comparing(located -> located.finding().outcome()))
                .toList();
    }

    private @Nullable String observation(RequirementId id) {
        List<String> words = new ArrayList<>();
        for (ScenarioRecorder.Recorded each : recorded) {
            words.addAll(each.findings().observations().getOrDefault(id, List.of()));
        }
        List<String> distinct = words.stream().distinct().toList();
        return distinct.isEmpty() ? null : String.join("; ", distinct);
    }

    /** The outcomes that leave a requirement undecided. */
    static boolean isUndecided(Outcome outcome) {
        return Set.of(Outcome.HARNESS_ERROR, Outcome.INCONCLUSIVE, Outcome.NOT_TESTED)
                .contains(outcome);
    }
}
