package io.chargeproof.run;

import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.api.oioi.OioiModule;
import io.chargeproof.check.Attribution;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run recorded, put together in a few words. */
final class Recordings {
    static final RequirementId ROW = new RequirementId("EVC-CARD-1");
    static final RequirementId OTHER = new RequirementId("OIOI-GET-10");

    private Recordings() {}

    static Requirement row(RequirementId id, RequirementLevel level) {
        return row(id, level, null);
    }

    static Requirement row(RequirementId id, RequirementLevel level, @Nullable String undecidable) {
        return new Requirement(id, level, "It is so.", "the document", null, "the code", undecidable);
    }

    static Finding finding(RequirementId id, Outcome outcome, Exchange... evidence) {
        return new Finding(id, outcome, outcome.label(), "this", "that", List.of(evidence), Attribution.TARGET, null);
    }

    /** A scenario of one requirement. */
    static ScenarioResult scenario(String location, Outcome ending, Finding... found) {
        return scenario(location, List.of(ROW), List.of("@evc-net"), ending, found);
    }

    static ScenarioResult scenario(
            String location, List<RequirementId> rows, List<String> tags, Outcome ending, Finding... found) {
        Outcome gravest = Stream.concat(Stream.of(ending), Stream.of(found).map(Finding::outcome))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new ScenarioResult(
                "a scenario",
                location,
                tags.contains("@oioi") ? OioiModule.API.label() : EvcNetModule.API.label(),
                "a feature",
                "a rule",
                rows,
                tags,
                gravest,
                ending,
                ending == Outcome.CONFORMS ? null : ending.label() + " at " + location,
                Instant.EPOCH,
                Duration.ZERO,
                List.of(),
                List.of(),
                List.of(found),
                List.of());
    }

    /** A report on a target of which so much was found. */
    static RunReport report(List<RequirementResult> rows, List<ScenarioResult> scenarios, List<Exchange> exchanges) {
        return new RunReport(
                new RunReport.Run("r-1", Instant.EPOCH, Instant.EPOCH, "0.1.0", 1, "standard"),
                new RunReport.Scope("", 0, 0, null, null, false),
                RunReport.Target.nowhere("acceptance", "acceptance"),
                Verdict.CONFORMING,
                0,
                rows,
                scenarios,
                exchanges,
                List.of(),
                List.of());
    }

    /** What was recorded, in which the row was judged so often. */
    static RunResults evidence(int checks, ScenarioResult... scenarios) {
        return new RunResults(List.of(scenarios), Map.of(ROW, checks, OTHER, checks), Map.of());
    }

    /** All rows that are given are in scope. */
    static RunScope reach(RequirementId... rows) {
        return new RunScope(Set.of(rows)::contains, id -> "it is left out", Map.of());
    }
}
