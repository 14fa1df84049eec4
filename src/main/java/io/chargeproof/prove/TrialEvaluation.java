package io.chargeproof.prove;

import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.prove.DefectResult.Collateral;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport;
import io.chargeproof.requirement.RequirementLevel;
import io.chargeproof.sandbox.Defect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads from the report of a trial what came of it. */
final class TrialEvaluation {
    private static final Set<Outcome> BROKEN = EnumSet.of(Outcome.VIOLATION, Outcome.WARNING);
    private static final Set<Outcome> ALARMING = EnumSet.of(Outcome.VIOLATION, Outcome.HARNESS_ERROR, Outcome.WARNING);
    private static final Set<Outcome> UNDECIDED = EnumSet.of(Outcome.INCONCLUSIVE, Outcome.NOT_TESTED);

    private TrialEvaluation() {}

    static DefectResult ofDefect(Trial trial, Defect defect, RunReport report, Duration duration) {
        List<Collateral> collateral = new ArrayList<>();
        List<String> caughtBy = new ArrayList<>();
        String reason = "no run says anything of it";
        for (RequirementResult result : report.requirements()) {
            boolean own = result.requirement().id().equals(defect.requirement());
            List<String> scenarios = breaches(result);
            if (own) {
                caughtBy.addAll(scenarios);
                reason = inWords(result);
            } else if (!scenarios.isEmpty()) {
                collateral.add(new Collateral(result.requirement().id(), gravest(result), scenarios));
            }
        }
        return new DefectResult(
                defect,
                trial.variantIds(),
                trial.reach(),
                caughtBy,
                collateral,
                caughtBy.isEmpty() ? reason : null,
                duration,
                FromTraffic.of(report));
    }

    static VariantResult ofVariant(Trial trial, RunReport report, Duration duration) {
        List<String> alarms = new ArrayList<>(
                report.requirements().stream().flatMap(TrialEvaluation::alarm).toList());
        if (report.verdict() != Verdict.CONFORMING && alarms.isEmpty()) {
            alarms.add("the verdict is " + report.verdict().label());
            alarms.addAll(report.leftovers());
        }
        alarms.addAll(FromTraffic.alarms(report));
        return new VariantResult(trial.variantIds(), trial.depth().label(), report.verdict(), alarms, duration);
    }

    private static Stream<String> alarm(RequirementResult result) {
        boolean must = result.requirement().level() == RequirementLevel.MUST;
        boolean rings = ALARMING.contains(result.outcome()) || (must && UNDECIDED.contains(result.outcome()));
        return rings ? Stream.of(result.requirement().id() + " " + inWords(result)) : Stream.empty();
    }

    private static String inWords(RequirementResult result) {
        String label = result.outcome().label();
        return result.findings().stream()
                .findFirst()
                .map(located -> label + " at " + located.scenario() + ", "
                        + located.finding().message() + ", expected "
                        + located.finding().expected() + ", got "
                        + located.finding().actual())
                .orElse(result.reason() == null ? label : label + ", " + result.reason());
    }

    private static List<String> breaches(RequirementResult result) {
        return result.findings().stream()
                .filter(located -> BROKEN.contains(located.finding().outcome()))
                .map(LocatedFinding::scenario)
                .distinct()
                .toList();
    }

    /** Findings stand gravest first. */
    private static Outcome gravest(RequirementResult result) {
        return result.findings().stream()
                .map(located -> located.finding().outcome())
                .filter(BROKEN::contains)
                .findFirst()
                .orElseThrow();
    }
}
