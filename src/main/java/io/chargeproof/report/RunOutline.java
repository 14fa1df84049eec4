package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.RequirementId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a run to set another against it.
 *
 * @param id the run's own ID
 * @param directory the name of its directory
 * @param started when it began
 * @param version Chargeproof's version
 * @param target the target's name
 * @param depth {@code smoke}, {@code standard} or {@code full}
 * @param shard the shard, if it was one
 * @param verdict what was said of the target
 * @param scope how much of how much was in scope, such as {@code 41 of 69 MUSTs}
 * @param outcomes the outcome of each requirement in scope
 * @param codes the answers that occurred
 * @param latencies how long each operation took
 */
public record RunOutline(
        String id,
        String directory,
        Instant started,
        String version,
        String target,
        String depth,
        @Nullable String shard,
        String verdict,
        String scope,
        SortedMap<RequirementId, Outcome> outcomes,
        SortedSet<AnswerCode> codes,
        SortedMap<String, Latency> latencies) {
    public RunOutline {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
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
                report.target().name(),
                report.run().depth(),
                report.scope().shard(),
                report.verdict().label(),
                report.scope().text(),
                outcomes,
                new TreeSet<>(AnswerCodes.of(report.exchanges()).keySet()),
                Latency.byOperation(report.exchanges()));
    }

    /** Whether both are about the same: one target, one shard of it, requirements or contracts. */
    boolean isLike(RunOutline other) {
        return target.equals(other.target)
                && String.valueOf(shard).equals(String.valueOf(other.shard))
                && subject().equals(other.subject());
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
        return scope.substring(scope.lastIndexOf(' ') + 1);
    }
}
