package io.chargeproof.cli;

import io.chargeproof.run.RunOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which scenarios are executed, which part of the work, and what random choices derive from. */
final class SuiteOptions {
    @Option(
            names = "--features",
            paramLabel = "DIR",
            description = "A folder of feature files instead of the shipped ones.")
    @Nullable Path features;

    @Option(
            names = "--shard",
            paramLabel = "I/N|auto",
            description = "Executes the I-th of N parts; auto takes both from the environment: CI_NODE_INDEX and"
                    + " CI_NODE_TOTAL (GitLab), or JOB_COMPLETION_INDEX (Kubernetes) and CHARGEPROOF_SHARDS.")
    @Nullable String shard;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "What random choices derive from (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    /** The folder of the feature files. */
    Path features() {
        return features == null ? InstallDirectory.resolve("features") : features;
    }

    /** The part to execute, if it isn't the whole. */
    RunOptions.@Nullable Shard shard() {
        return shard == null ? null : ShardOption.read(shard, System.getenv());
    }
}
