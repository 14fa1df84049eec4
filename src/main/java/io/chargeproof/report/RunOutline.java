package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.RequirementId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What has to be known of a run to set another against it.
 *
 * @param id the run's own ID
 * @param directory the name of its directory
 * @param started when it began
 * @param version Chargeproof's version
 * @param target what was judged
 * @param depth {@code smoke}, {@code standard} or {@code full}
 * @param verdict what was said of the target
 * @param scope what was in scope
 * @param outcomes the outcome of each requirement in scope
 * @param own the outcome of each scenario of one's own, by its name and file
 * @param codes the answers that occurred
 * @param latencies how long each operation took
 */
public record RunOutline(
        String id,
        String directory,
        Instant started,
        String version,
        RunReport.Target target,
        String depth,
        String verdict,
        RunReport.Scope scope,
        SortedMap<RequirementId, Outcome> outcomes,
        SortedMap<String, Outcome> own,
        SortedSet<AnswerCode> codes,
        SortedMap<String, Latency> latencies) {
    public RunOutline {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
        own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
        codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
        latencies = Collections.unmodifiableSortedMap(new TreeMap<>(latencies));
    }

    /** The outline of a run whose directory has this name. */
    static RunOutline of(RunReport report, String directory) {
        SortedMap<RequirementId, Outcome> outcomes = new TreeMap<>();
        for (RequirementResult result : report.requirements()) {
            if (result.outcome() != Outcome.OUT_OF_SCOPE) {
                outcomes.put(result.requirement().id(), result.outcome());
            }
        }
        return new RunOutline(
                report.run().id(),
                directory,
                report.run().started(),
                report.run().version(),
                report.target(),
                report.run().depth(),
                report.verdict().label(),
                report.scope(),
                outcomes,
                OwnScenarios.outcomes(report.scenarios()),
                new TreeSet<>(AnswerCodes.of(report.exchanges()).keySet()),
                Latency.byOperation(report.exchanges()));
    }

    /** Whether both are about the same: one target, one shard of it, requirements or contracts. */
    boolean isLike(RunOutline other) {
        return isSameTarget(other.target)
                && Objects.equals(scope.shard(), other.scope.shard())
                && scope.side().equals(other.scope.side())
                && subject().equals(other.subject());
    }

    /** Whether the same was asked of both, so that what only one of them shows is news of the target. */
    boolean isAsWideAs(RunOutline other) {
        return depth.equals(other.depth)
                && Objects.equals(scope.tags(), other.scope.tags())
                && Objects.equals(scope.shard(), other.scope.shard())
                && Objects.equals(scope.rerun(), other.scope.rerun())
                && (scope.must() == 0) == (other.scope.must() == 0)
                && scope.readOnly() == other.scope.readOnly();
    }

    /** A name and where it is; a sandbox stands at another port each time. */
    private boolean isSameTarget(RunReport.Target other) {
        boolean known = target.name().equals(other.name()) && target.kind().equals(other.kind());
        return known && (target.kind().equals("sandbox") || target.equals(other));
    }

    /** What came of a requirement, if it was in scope. */
    Optional<Outcome> outcome(RequirementId id) {
        return Optional.ofNullable(outcomes.get(id));
    }

    /** Whether something was learned of a requirement. */
    public boolean isDecided(RequirementId id) {
        return outcome(id).filter(Outcome::isDecided).isPresent();
    }

    /** Whether a requirement was broken, excused or not. */
    public boolean isBroken(RequirementId id) {
        return outcome(id).filter(Outcome::isBreach).isPresent();
    }

    /** For a sentence: {@code run ab12c of 2026-03-01T10:00:00Z}. */
    public String inWords() {
        return "run " + id + " of " + started.truncatedTo(ChronoUnit.SECONDS);
    }

    private String subject() {
        return scope.text().substring(scope.text().lastIndexOf(' ') + 1);
    }
}
