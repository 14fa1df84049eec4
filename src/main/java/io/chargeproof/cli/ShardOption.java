package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.run.RunOptions.Shard;
import java.util.Map;

/** What {@code --shard} was given: a part such as {@code 1/3}, or {@code auto}. */
final class ShardOption {
    private static final String TOTAL = "CHARGEPROOF_SHARDS";

    private ShardOption() {}

    /** The shard; where it is {@code auto}, that of the job which the environment tells of. */
    static Shard read(String shard, Map<String, String> environment) {
        if (shard.equals("auto")) {
            return auto(environment);
        }
        if (!shard.matches("\\d{1,4}/\\d{1,4}")) {
            throw new UsageException("--shard takes a part such as 1/3, or auto, not '" + shard + "'");
        }
        String[] parts = shard.split("/", -1);
        return shard("--shard", Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static Shard auto(Map<String, String> environment) {
        if (environment.containsKey("CI_NODE_INDEX")) {
            return shard(
                    "--shard auto, by CI_NODE_INDEX and CI_NODE_TOTAL",
                    number("CI_NODE_INDEX", environment),
                    number("CI_NODE_TOTAL", environment));
        }
        if (environment.containsKey("JOB_COMPLETION_INDEX")) {
            return shard(
                    "--shard auto, by JOB_COMPLETION_INDEX and " + TOTAL,
                    number("JOB_COMPLETION_INDEX", environment) + 1,
                    number(TOTAL, environment));
        }
        throw new UsageException("--shard auto finds neither CI_NODE_INDEX (GitLab, with 'parallel') nor"
                + " JOB_COMPLETION_INDEX (Kubernetes, with 'completionMode: Indexed') in the environment; write a part"
                + " such as 1/3");
    }

    private static int number(String name, Map<String, String> environment) {
        String value = environment.getOrDefault(name, "");
        if (value.matches("\\d{1,4}")) {
            return Integer.parseInt(value);
        }
        String why = name.equals(TOTAL) ? " (Kubernetes doesn't tell a job how many there are: its 'completions')" : "";
        throw new UsageException("--shard auto needs a number in the environment variable " + name + why
                + (value.isEmpty() ? ", which isn't set" : ", not '" + value + "'"));
    }

    private static Shard shard(String from, int index, int count) {
        try {
            return new Shard(index, count);
        } catch (IllegalArgumentException e) {
            throw new UsageException(from + ": " + e.getMessage());
        }
    }
}
