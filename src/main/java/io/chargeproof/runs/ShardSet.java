package io.chargeproof.runs;

import io.chargeproof.api.UsageException;
import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.RunReport;
import io.chargeproof.run.RunOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The shards of one whole: each of them once, and executed alike.
 *
 * @param shards the runs, in the order of their shards
 */
record ShardSet(List<RecordedRun> shards) {
    /**
     * The set of these runs.
     *
     * @throws UsageException if they aren't the shards of one whole
     */
    static ShardSet of(List<RecordedRun> runs) {
        if (runs.isEmpty()) {
            throw new UsageException("report merge takes the runs of all shards; name them");
        }
        RecordedRun first = runs.get(0);
        int count = shard(first).count();
        Set<Integer> missing = new TreeSet<>();
        for (int index = 1; index <= count; index++) {
            missing.add(index);
        }
        for (RecordedRun run : runs) {
            requireLike(first, run);
            RunOptions.Shard shard = shard(run);
            if (shard.count() != count) {
                throw new UsageException(run.directory() + " is shard " + shard + ", and " + first.directory()
                        + " is shard " + shard(first) + "; name the shards of one whole");
            }
            if (!missing.remove(shard.index())) {
                throw new UsageException(
                        "shard " + shard + " is named twice, " + run.directory() + " being one; name each shard once");
            }
        }
        if (!missing.isEmpty()) {
            throw new UsageException("shard " + missing.iterator().next() + "/" + count
                    + " is missing; name the runs of all " + count + " shards");
        }
        return new ShardSet(runs.stream()
                .sorted(Comparator.comparing(run -> shard(run).index()))
                .toList());
    }

    private static RunOptions.Shard shard(RecordedRun run) {
        String shard = run.report().scope().shard();
        if (shard == null || !shard.matches("\\d{1,4}/\\d{1,4}")) {
            throw new UsageException(run.directory() + " is no shard; run it with --shard, or name another");
        }
        String[] parts = shard.split("/", -1);
        return new RunOptions.Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static void requireLike(RecordedRun first, RecordedRun other) {
        List<String> ones = circumstances(first.report());
        List<String> others = circumstances(other.report());
        for (int at = 0; at < ones.size(); at++) {
            if (!ones.get(at).equals(others.get(at))) {
                throw new UsageException(first.directory() + " has " + ones.get(at) + ", and " + other.directory()
                        + " has " + others.get(at) + "; shards of one whole are run alike");
            }
        }
    }

    private static List<String> circumstances(RunReport report) {
        RunReport.Scope scope = report.scope();
        List<String> circumstances = new ArrayList<>();
        circumstances.add("target " + report.target().name());
        circumstances.add("Chargeproof " + report.run().version());
        circumstances.add("depth " + report.run().depth());
        circumstances.add("seed " + report.run().seed());
        circumstances.add(scope.tags() == null ? "no tags" : "tags " + scope.tags());
        circumstances.add(scope.readOnly() ? "no writes" : "writes");
        circumstances.add(scope.rerun() == null ? "no --rerun" : "--rerun " + scope.rerun());
        return circumstances;
    }
}
