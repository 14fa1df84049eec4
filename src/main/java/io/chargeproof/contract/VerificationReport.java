package io.chargeproof.contract;

import io.chargeproof.check.Attribution;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.contract.matching.Mismatch;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a verification found into the form of a run, with interactions as scenarios. A breach is counted against the
 * requirement that the description names first; where it names none, the interaction has an ID of its own, such as
 * {@code OIOI-PACT-3}.
 */
public final class VerificationReport {
    private static final int NON_CONFORMING = 1;
    private static final int INCOMPLETE = 3;

    private final RequirementCatalogue catalogue;
    private final List<VerifiedInteraction> verified;
    private final List<String> leftovers;
    private final List<String> notices;

    /**
     * A report on these interactions.
     *
     * @param leftovers what isn't as before, a sentence each
     * @param notices what is worth knowing beside, a sentence each
     */
    public VerificationReport(
            RequirementCatalogue catalogue,
            List<VerifiedInteraction> verified,
            List<String> leftovers,
            List<String> notices) {
        this.catalogue = catalogue;
        this.verified = List.copyOf(verified);
        this.leftovers = List.copyOf(leftovers);
        this.notices = List.copyOf(notices);
    }

    /** What is said of the provider. */
    public Verdict verdict() {
        List<Outcome> outcomes =
                verified.stream().map(VerifiedInteraction::outcome).toList();
        if (outcomes.contains(Outcome.VIOLATION)) {
            return Verdict.NON_CONFORMING;
        }
        boolean decided = outcomes.stream().anyMatch(VerificationReport::isDecided)
                && verified.stream().allMatch(VerificationReport::isSettled);
        return decided && leftovers.isEmpty() ? Verdict.CONFORMING : Verdict.INCOMPLETE;
    }

    /** Whether nothing is missing: of a pending pact, what can't be tested isn't missed. */
    private static boolean isSettled(VerifiedInteraction each) {
        return isDecided(each.outcome())
                || each.outcome() == Outcome.OUT_OF_SCOPE
                || (each.outcome() == Outcome.NOT_TESTED && each.interaction().isPending());
    }

    /** The process's exit code. */
    public int exitCode() {
        return switch (verdict()) {
            case CONFORMING -> 0;
            case NON_CONFORMING -> NON_CONFORMING;
            case INCOMPLETE -> INCOMPLETE;
        };
    }

    /** The whole. */
    public RunReport of(RunReport.Run run, RunReport.Target target, boolean readOnly) {
        return new RunReport(
                run,
                scope(readOnly),
                target,
                verdict(),
                exitCode(),
                Stream.concat(catalogue.all().stream(), beyondTheCatalogue())
                        .map(this::requirement)
                        .toList(),
                verified.stream().map(this::scenario).toList(),
                verified.stream()
                        .map(VerifiedInteraction::exchange)
                        .filter(Objects::nonNull)
                        .map(ConcealedAnswer::in)
                        .toList(),
                leftovers,
                notices);
    }

    /** What contracts ask for that no document does: one row for each interaction that names no requirement. */
    private Stream<Requirement> beyondTheCatalogue() {
        Map<RequirementId, Requirement> rows = new LinkedHashMap<>();
        for (VerifiedInteraction each : verified) {
            if (known(each).isEmpty()) {
                rows.putIfAbsent(principal(each), beyondTheCatalogue(each));
            }
        }
        return rows.values().stream();
    }

    private Requirement beyondTheCatalogue(VerifiedInteraction each) {
        PlannedInteraction interaction = each.interaction();
        return new Requirement(
                principal(each),
                RequirementLevel.MUST,
                "The provider " + interaction.provider() + " keeps what the consumer " + interaction.consumer()
                        + " relies on: " + interaction.description() + ".",
                "the contract " + interaction.location(),
                null,
                "what " + interaction.provider() + " answers to this request, and whether " + interaction.consumer()
                        + " still relies on what the contract says",
                null);
    }

    /** The requirements that an interaction decides: those of the catalogue that it names, or one of its own. */
    private List<RequirementId> decided(VerifiedInteraction each) {
        return known(each).isEmpty() ? List.of(principal(each)) : known(each);
    }

    private RunReport.Scope scope(boolean readOnly) {
        int inScope = (int) verified.stream()
                .filter(each -> each.outcome() != Outcome.OUT_OF_SCOPE)
                .count();
        int decided = (int)
                verified.stream().filter(each -> isDecided(each.outcome())).count();
        String text = inScope + " of " + verified.size() + " interactions";
        return new RunReport.Scope(text, inScope, decided, null, null, readOnly);
    }

    private static boolean isDecided(Outcome outcome) {
        return outcome == Outcome.CONFORMS || outcome == Outcome.VIOLATION || outcome == Outcome.WAIVED;
    }

    private ScenarioResult scenario(VerifiedInteraction each) {
        PlannedInteraction interaction = each.interaction();
        Exchange exchange = each.exchange();
        return new ScenarioResult(
                interaction.description(),
                interaction.location(),
                ResolvedRequest.api(interaction.provider()),
                "Contract of " + interaction.consumer() + " with " + interaction.provider(),
                interaction.states(),
                decided(each),
                decided(each).stream().map(id -> "@" + id).toList(),
                each.outcome(),
                each.outcome(),
                each.reason(),
                each.started(),
                each.duration(),
                List.of(),
                exchange == null ? List.of() : List.of(exchange.number()),
                findings(each),
                List.of());
    }

    private List<RequirementId> known(VerifiedInteraction each) {
        return each.requirements().stream()
                .filter(id -> catalogue.find(id).isPresent())
                .toList();
    }

    private RequirementId principal(VerifiedInteraction each) {
        String prefix = ResolvedRequest.api(each.interaction().provider()).equals("oioi") ? "OIOI" : "EVC";
        return known(each).stream()
                .findFirst()
                .orElseGet(() -> new RequirementId(
                        prefix + "-PACT-" + Math.min(each.interaction().number(), 999)));
    }

    private List<Finding> findings(VerifiedInteraction each) {
        if (each.outcome() == Outcome.CONFORMS || each.outcome() == Outcome.OUT_OF_SCOPE) {
            return List.of();
        }
        return List.of(new Finding(
                principal(each),
                each.outcome(),
                message(each),
                joined(each, Mismatch::expected),
                joined(each, Mismatch::actual),
                each.exchange() == null ? List.of() : List.of(ConcealedAnswer.in(each.exchange())),
                attribution(each.outcome()),
                null));
    }

    private static String message(VerifiedInteraction each) {
        String what = each.mismatches().isEmpty()
                ? String.valueOf(each.reason())
                : each.mismatches().stream().map(Mismatch::inWords).collect(Collectors.joining("; "));
        String states = each.interaction().states();
        return "the interaction '" + each.interaction().description() + "' of "
                + each.interaction().consumer() + (states.isEmpty() ? "" : ", given " + states) + ": " + what;
    }

    private static String joined(VerifiedInteraction each, java.util.function.Function<Mismatch, String> part) {
        return each.mismatches().stream()
                .map(mismatch -> mismatch.place() + ": " + part.apply(mismatch))
                .collect(Collectors.joining("; "));
    }

    private static Attribution attribution(Outcome outcome) {
        return switch (outcome) {
            case VIOLATION, WARNING, WAIVED, OBSERVATION, CONFORMS -> Attribution.TARGET;
            case INCONCLUSIVE -> Attribution.ENVIRONMENT;
            case NOT_TESTED, OUT_OF_SCOPE -> Attribution.CONFIGURATION;
            case HARNESS_ERROR -> Attribution.HARNESS;
        };
    }

    private RequirementResult requirement(Requirement requirement) {
        List<VerifiedInteraction> about = verified.stream()
                .filter(each -> decided(each).contains(requirement.id()))
                .toList();
        List<LocatedFinding> findings = about.stream()
                .filter(each -> principal(each).equals(requirement.id()))
                .flatMap(each -> findings(each).stream()
                        .map(finding ->
                                new LocatedFinding(finding, each.interaction().location())))
                .toList();
        Outcome outcome = outcome(requirement, about);
        return new RequirementResult(
                requirement,
                outcome,
                reason(outcome, about),
                (int) about.stream().filter(each -> isDecided(each.outcome())).count(),
                null,
                about.stream().map(each -> each.interaction().location()).toList(),
                findings,
                List.of());
    }

    /** A breach is its principal requirement's; to the others it means that they weren't decided. */
    private Outcome outcome(Requirement requirement, List<VerifiedInteraction> about) {
        List<Outcome> outcomes = new ArrayList<>();
        for (VerifiedInteraction each : about) {
            boolean breach = each.outcome() == Outcome.VIOLATION || each.outcome() == Outcome.WAIVED;
            outcomes.add(breach && !principal(each).equals(requirement.id()) ? Outcome.NOT_TESTED : each.outcome());
        }
        boolean somethingIsIn = outcomes.stream().anyMatch(each -> each != Outcome.OUT_OF_SCOPE);
        return somethingIsIn
                ? outcomes.stream().min(Comparator.naturalOrder()).orElse(Outcome.OUT_OF_SCOPE)
                : Outcome.OUT_OF_SCOPE;
    }

    private static @Nullable String reason(Outcome outcome, List<VerifiedInteraction> about) {
        if (about.isEmpty()) {
            return "no interaction of the contracts is about it";
        }
        return switch (outcome) {
            case OUT_OF_SCOPE, INCONCLUSIVE, NOT_TESTED ->
                about.stream()
                        .map(VerifiedInteraction::reason)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("an interaction about it failed for another requirement");
            default -> null;
        };
    }
}
