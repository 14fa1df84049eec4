package io.chargeproof.run;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.oioi.UserAnswer;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.target.Waiver;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** The known breaches that a profile excuses. */
final class Waivers {
    private final List<Waiver> waivers;

    Waivers(List<Waiver> waivers) {
        this.waivers = List.copyOf(waivers);
    }

    /** The result with each excused violation as waived. */
    RequirementResult applyTo(RequirementResult result) {
        List<LocatedFinding> findings = result.findings().stream()
                .map(located -> isExcused(located.finding())
                        ? new LocatedFinding(waived(located.finding()), located.scenario())
                        : located)
                .sorted(Comparator.comparing(located -> located.finding().outcome()))
                .toList();
        Outcome outcome = result.outcome() == Outcome.VIOLATION
                ? findings.get(0).finding().outcome()
                : result.outcome();
        return new RequirementResult(
                result.requirement(),
                outcome,
                result.reason(),
                result.checks(),
                result.strength(),
                result.scenarios(),
                findings,
                result.observation());
    }

    /** A sentence for each waiver of a requirement that holds: nothing needs it any more. */
    List<String> unneeded(List<RequirementResult> results) {
        return waivers.stream()
                .filter(waiver -> results.stream().anyMatch(result -> isSuperfluous(waiver, result)))
                .map(waiver -> "the waiver of " + waiver.requirement() + " (\"" + waiver.reason()
                        + "\") excuses nothing any more; take it out of the profile")
                .toList();
    }

    private static boolean isSuperfluous(Waiver waiver, RequirementResult result) {
        return result.requirement().id().equals(waiver.requirement())
                && (result.outcome() == Outcome.CONFORMS || result.outcome() == Outcome.VIOLATION)
                && result.findings().stream().noneMatch(located -> excuses(waiver, located.finding()));
    }

    private boolean isExcused(Finding finding) {
        return finding.outcome() == Outcome.VIOLATION && waivers.stream().anyMatch(waiver -> excuses(waiver, finding));
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
        OptionalInt code = UserAnswer.of(exchange).code();
        return (waiver.operation() == null
                        || waiver.operation()
                                .equals(exchange.request().purpose().operation()))
                && (waiver.status() == null
                        || exchange.status().filter(waiver.status()::equals).isPresent())
                && (waiver.code() == null || code.equals(OptionalInt.of(waiver.code())));
    }

    private static Finding waived(Finding finding) {
        return new Finding(
                finding.requirement(),
                Outcome.WAIVED,
                finding.message(),
                finding.expected(),
                finding.actual(),
                finding.evidence(),
                finding.attribution(),
                finding.repeat());
    }
}
