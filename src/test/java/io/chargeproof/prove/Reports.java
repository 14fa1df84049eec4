package io.chargeproof.prove;

import io.chargeproof.check.Attribution;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reports of runs that found as much as a test says. */
final class Reports {
    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");
    private static final RequirementCatalogue CATALOGUE = RequirementCatalogue.shipped();

    private Reports() {}

    static RunReport conforming() {
        return of(Verdict.CONFORMING, Map.of());
    }

    /** A run that found these requirements so; a scenario of the requirement's name found it. */
    static RunReport of(Verdict verdict, Map<String, Outcome> outcomes) {
        List<RequirementResult> results = new ArrayList<>();
        CATALOGUE.all().forEach(requirement -> {
            Outcome outcome = outcomes.getOrDefault(requirement.id().value(), Outcome.CONFORMS);
            results.add(result(requirement.id(), outcome));
        });
        return new RunReport(
                new RunReport.Run("r1", TIME, TIME, "0", 1, "full"),
                new RunReport.Scope("all", 1, 1, null, null, false),
                RunReport.Target.nowhere("sandbox", "sandbox"),
                verdict,
                0,
                results,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static RequirementResult result(RequirementId id, Outcome outcome) {
        List<LocatedFinding> findings =
                outcome == Outcome.CONFORMS ? List.of() : List.of(new LocatedFinding(finding(id, outcome), at(id)));
        return new RequirementResult(CATALOGUE.get(id), outcome, null, 1, null, List.of(at(id)), findings, List.of());
    }

    static String at(RequirementId id) {
        return "features/" + id + ".feature:1";
    }

    private static Finding finding(RequirementId id, Outcome outcome) {
        return new Finding(id, outcome, "it went wrong", "the right", "the wrong", List.of(), Attribution.TARGET, null);
    }
}
