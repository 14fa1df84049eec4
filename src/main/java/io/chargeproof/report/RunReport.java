package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.requirement.RequirementId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a run found, unredacted: what is written of it passes the redactor first.
 *
 * @param run which run it was
 * @param scope what was in scope
 * @param target what was judged
 * @param verdict what is said of the target
 * @param exitCode the process's exit code
 * @param requirements one entry for each requirement of the catalogue, in the order of their IDs
 * @param scenarios what was executed, in the order of the feature files
 * @param exchanges every exchange of the run, in order
 * @param leftovers what the run could not put back at the target, a sentence each
 * @param notices remarks on the run as a whole for its summary, such as how many values were sampled
 * @param waivers the waivers of the profile, and whether they were needed
 */
public record RunReport(
        Run run,
        Scope scope,
        Target target,
        Verdict verdict,
        int exitCode,
        List<RequirementResult> requirements,
        List<ScenarioResult> scenarios,
        List<Exchange> exchanges,
        List<String> leftovers,
        List<String> notices,
        List<WaiverUse> waivers) {
    /** The side that a run is about. */
    public static final String PROVIDER = "provider";

    public RunReport {
        requirements = List.copyOf(requirements);
        scenarios = List.copyOf(scenarios);
        exchanges = List.copyOf(exchanges);
        leftovers = List.copyOf(leftovers);
        notices = List.copyOf(notices);
        waivers = List.copyOf(waivers);
    }

    /** A report on a target whose profile has no waivers. */
    public RunReport(
            Run run,
            Scope scope,
            Target target,
            Verdict verdict,
            int exitCode,
            List<RequirementResult> requirements,
            List<ScenarioResult> scenarios,
            List<Exchange> exchanges,
            List<String> leftovers,
            List<String> notices) {
        this(run, scope, target, verdict, exitCode, requirements, scenarios, exchanges, leftovers, notices, List.of());
    }

    /**
     * A waiver of the profile.
     *
     * @param requirement the requirement that it is about
     * @param reason why there is one
     * @param needed whether it excused anything
     */
    public record WaiverUse(RequirementId requirement, String reason, boolean needed) {}

    /**
     * Which run it was.
     *
     * @param id the run's own ID
     * @param started when it began
     * @param finished when it ended
     * @param version Chargeproof's version
     * @param commit the commit of Chargeproof's repository that the program is of, where that is known
     * @param seed what its random choices derive from
     * @param depth {@code smoke}, {@code standard} or {@code full}
     * @param ended whether everything was executed, or what was in the way
     */
    public record Run(
            String id,
            Instant started,
            Instant finished,
            String version,
            @Nullable String commit,
            long seed,
            String depth,
            Ended ended) {
        /** What stands in place of the depth where recorded or watched traffic was judged. */
        public static final String OF_TRAFFIC = "recorded";

        /** Whether nothing was sent, and the traffic of others was judged. */
        public boolean isOfTraffic() {
            return depth.equals(OF_TRAFFIC);
        }

        /** A run of a program of which no commit is known. */
        public Run(String id, Instant started, Instant finished, String version, long seed, String depth, Ended ended) {
            this(id, started, finished, version, null, seed, depth, ended);
        }

        /** A run that executed everything. */
        public Run(String id, Instant started, Instant finished, String version, long seed, String depth) {
            this(id, started, finished, version, seed, depth, Ended.COMPLETE);
        }
    }

    /**
     * What was in scope.
     *
     * @param text how many MUSTs of how many, such as {@code 41 of 69 MUSTs}
     * @param must how many MUSTs are in scope
     * @param decided how many of those were decided
     * @param tags the tag expression, if one narrowed it
     * @param shard the shard, if it was one
     * @param readOnly whether writes were left out
     * @param rerun the run of which this one repeats what didn't conform, if it does
     * @param failOnWarning whether a broken SHOULD makes the verdict non-conforming
     * @param side whom the verdict is about: {@code provider}, {@code client} or {@code both}
     */
    public record Scope(
            String text,
            int must,
            int decided,
            @Nullable String tags,
            @Nullable String shard,
            boolean readOnly,
            @Nullable String rerun,
            boolean failOnWarning,
            String side) {
        /** The scope of a run, which is about the provider. */
        public Scope(
                String text,
                int must,
                int decided,
                @Nullable String tags,
                @Nullable String shard,
                boolean readOnly,
                @Nullable String rerun,
                boolean failOnWarning) {
            this(text, must, decided, tags, shard, readOnly, rerun, failOnWarning, PROVIDER);
        }

        /** The scope of a run that repeats no other, and of which only MUSTs decide the verdict. */
        public Scope(
                String text, int must, int decided, @Nullable String tags, @Nullable String shard, boolean readOnly) {
            this(text, must, decided, tags, shard, readOnly, null, false);
        }
    }

    /**
     * What was judged.
     *
     * @param name the profile's name
     * @param kind {@code sandbox}, {@code acceptance} or {@code production}
     * @param addresses where each API is that was described, by the APIs' labels
     */
    public record Target(String name, String kind, SortedMap<String, String> addresses) {
        /** The kind of a target whose traffic was judged, while nothing was asked of it. */
        public static final String RECORDED = "recorded";

        public Target {
            addresses = Collections.unmodifiableSortedMap(new TreeMap<>(addresses));
        }

        /** A target without any address. */
        public static Target nowhere(String name, String kind) {
            return new Target(name, kind, Collections.emptySortedMap());
        }
    }

    /** The same as of a program of a commit, or of one of which none is known. */
    public RunReport of(@Nullable String commit) {
        return new RunReport(
                new Run(
                        run.id(),
                        run.started(),
                        run.finished(),
                        run.version(),
                        commit,
                        run.seed(),
                        run.depth(),
                        run.ended()),
                scope,
                target,
                verdict,
                exitCode,
                requirements,
                scenarios,
                exchanges,
                leftovers,
                notices,
                waivers);
    }

    /** How many requirements have each outcome; every outcome has an entry. */
    public Map<Outcome, Long> counts() {
        Map<Outcome, Long> counts = new java.util.EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0L);
        }
        requirements.forEach(each -> counts.merge(each.outcome(), 1L, Long::sum));
        return counts;
    }
}
