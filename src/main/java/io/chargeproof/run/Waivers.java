package io.chargeproof.run;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.profile.Waiver;
import io.chargeproof.report.AnswerCodes;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport.WaiverUse;
import io.chargeproof.report.ScenarioResult;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The known breaches that a profile excuses, of MUSTs and of SHOULDs. */
public final class Waivers {
    private final List<Waiver> waivers;

    /** Those of a profile. */
    public Waivers(List<Waiver> waivers) {
        this.waivers = List.copyOf(waivers);
    }

    /** The scenario with each excused breach as waived. */
    static ScenarioResult excuse(ScenarioResult scenario, Predicate<LocatedFinding> isExcused) {
        List<Finding> findings = scenario.findings().stream()
                .map(finding ->
                        isExcused.test(new LocatedFinding(finding, scenario.location())) ? waived(finding) : finding)
                .toList();
        if (!isExcusable(scenario.outcome())) {
            return scenario.with(scenario.outcome(), findings);
        }
        Stream<Outcome> found = findings.stream().map(Finding::outcome);
        return scenario.with(
                Stream.concat(found, Stream.of(scenario.ending()))
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                findings);
    }

    /** Which waivers excuse one of the findings. */
    public List<WaiverUse> uses(List<RequirementResult> found) {
        return waivers.stream()
                .map(waiver -> new WaiverUse(
                        waiver.requirement(),
                        waiver.reason(),
                        found.stream()
                                .flatMap(result -> result.findings().stream())
                                .anyMatch(located -> excuses(waiver, located.finding()))))
                .toList();
    }

    /** Those that excused nothing of a requirement that was judged. */
    public static List<WaiverUse> idle(List<WaiverUse> uses, List<RequirementResult> found) {
        return uses.stream()
                .filter(use -> !use.needed() && found.stream().anyMatch(result -> isJudgedWithout(use, result)))
                .toList();
    }

    /** Says of a waiver that excused nothing whether to take it out, or that it may still be needed. */
    public static String idleInWords(WaiverUse use, boolean unneeded) {
        String waiver = "the waiver of " + use.requirement() + " (\"" + use.reason() + "\") ";
        return unneeded
                ? waiver + "excuses nothing any more; take it out of the profile (until then a run that conforms exits"
                        + " with 2)"
                : waiver + "excused nothing in this run, which tried only a part of what could need it";
    }

    private static boolean isJudgedWithout(WaiverUse use, RequirementResult result) {
        return result.requirement().id().equals(use.requirement())
                && (result.outcome() == Outcome.CONFORMS || isExcusable(result.outcome()));
    }

    private static boolean isExcusable(Outcome outcome) {
        return outcome == Outcome.VIOLATION || outcome == Outcome.WARNING;
    }

    /** Whether a waiver excuses a finding. */
    public boolean excuses(LocatedFinding located) {
        Finding finding = located.finding();
        return isExcusable(finding.outcome()) && waivers.stream().anyMatch(waiver -> excuses(waiver, finding));
    }

    private static boolean excuses(Waiver waiver, Finding finding) {
        if (!waiver.requirement().equals(finding.requirement())) {
            return false;
        }
        if (waiver.operation() == null && waiver.status() == null && waiver.code() == null) {
            return true;
        }
        return finding.evidence().stream().anyMatch(exchange -> matches(waiver, exchange));
    }

    private static boolean matches(Waiver waiver, Exchange exchange) {
        return (waiver.operation() == null
                        || waiver.operation()
                                .equals(exchange.request().purpose().operation()))
                && (waiver.status() == null
                        || exchange.status().filter(waiver.status()::equals).isPresent())
                && (waiver.code() == null
                        || waiver.code().equals(AnswerCodes.codeOf(exchange).resultCode()));
    }

    private static Finding waived(Finding finding) {
        return finding.as(Outcome.WAIVED);
    }
}
