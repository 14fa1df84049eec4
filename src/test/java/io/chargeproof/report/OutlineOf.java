package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.RequirementId;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Outlines of runs on one target, an hour after each other. */
final class OutlineOf {
    private OutlineOf() {}

    /** The n-th run, with outcomes such as {@code EVC-CARD-1 violation}. */
    static RunOutline run(int number, String... outcomes) {
        return run(number, new TreeSet<>(), new TreeMap<>(), outcomes);
    }

    /** The same run, asked for less. */
    static RunOutline narrowed(RunOutline run, String tags) {
        RunReport.Scope scope = new RunReport.Scope("1 of 69 MUSTs", 1, 1, tags, null, false);
        return new RunOutline(
                run.id(),
                run.directory(),
                run.started(),
                run.version(),
                run.target(),
                run.depth(),
                run.verdict(),
                scope,
                run.outcomes(),
                run.own(),
                run.codes(),
                run.latencies());
    }

    /** The same run of another target. */
    static RunOutline at(RunOutline run, RunReport.Target target) {
        return new RunOutline(
                run.id(),
                run.directory(),
                run.started(),
                run.version(),
                target,
                run.depth(),
                run.verdict(),
                run.scope(),
                run.outcomes(),
                run.own(),
                run.codes(),
                run.latencies());
    }

    static RunOutline run(
            int number, SortedSet<AnswerCode> codes, SortedMap<String, Latency> latencies, String... outcomes) {
        SortedMap<RequirementId, Outcome> byId = new TreeMap<>();
        for (String each : outcomes) {
            String[] parts = each.split(" ", -1);
            byId.put(new RequirementId(parts[0]), HistoryLine.outcome(parts[1]));
        }
        return new RunOutline(
                "run" + number,
                "directory" + number,
                Instant.parse("2026-03-01T0" + number + ":00:00Z"),
                "0.1.0",
                SampleRun.report().target(),
                "standard",
                "non-conforming",
                SampleRun.report().scope(),
                byId,
                new TreeMap<>(),
                codes,
                latencies);
    }

    /** The same run with scenarios of one's own. */
    static RunOutline withOwn(RunOutline run, Map<String, Outcome> own) {
        return new RunOutline(
                run.id(),
                run.directory(),
                run.started(),
                run.version(),
                run.target(),
                run.depth(),
                run.verdict(),
                run.scope(),
                run.outcomes(),
                new TreeMap<>(own),
                run.codes(),
                run.latencies());
    }
}
