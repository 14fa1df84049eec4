package io.chargeproof.run;

import io.chargeproof.report.RunReport;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a run's conclusion is drawn.
 *
 * @param failOnWarning whether a warning makes the verdict non-conforming
 * @param tags the tag expression, if one narrowed the scope
 * @param shard the shard, if it was one
 * @param rerun the run of which this one repeats what didn't conform, if it does
 * @param readOnly whether writes were left out
 */
public record VerdictPolicy(
        boolean failOnWarning,
        @Nullable String tags,
        @Nullable String shard,
        @Nullable String rerun,
        boolean readOnly) {
    static VerdictPolicy of(RunOptions options) {
        RunOptions.Shard shard = options.shard();
        Rerun rerun = options.rerun();
        return new VerdictPolicy(
                options.failOnWarning(),
                options.tags(),
                shard == null ? null : shard.toString(),
                rerun == null ? null : rerun.run(),
                options.permission().readOnly());
    }

    /** Those of the whole of which such a scope is a part. */
    public static VerdictPolicy ofWhole(RunReport.Scope part, boolean failOnWarning) {
        return new VerdictPolicy(failOnWarning, part.tags(), null, part.rerun(), part.readOnly());
    }
}
