package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.api.UsageException;
import io.chargeproof.run.RunOptions.Shard;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShardOptionTest {
    @Test
    void takes_a_part_by_its_number() {
        assertThat(ShardOption.read("2/3", Map.of())).isEqualTo(new Shard(2, 3));
    }

    @Test
    void counts_from_one_as_gitlab_does() {
        assertThat(ShardOption.read("auto", Map.of("CI_NODE_INDEX", "1", "CI_NODE_TOTAL", "3")))
                .isEqualTo(new Shard(1, 3));
    }

    @Test
    void counts_from_zero_as_kubernetes_does() {
        assertThat(ShardOption.read("auto", Map.of("JOB_COMPLETION_INDEX", "0", "CHARGEPROOF_SHARDS", "3")))
                .isEqualTo(new Shard(1, 3));
        assertThat(ShardOption.read("auto", Map.of("JOB_COMPLETION_INDEX", "2", "CHARGEPROOF_SHARDS", "3")))
                .isEqualTo(new Shard(3, 3));
    }

    @Test
    void says_which_variable_is_missing() {
        refuses(
                Map.of(),
                "--shard auto finds neither CI_NODE_INDEX (GitLab, with 'parallel') nor JOB_COMPLETION_INDEX (Kubernetes,"
                        + " with 'completionMode: Indexed') in the environment; write a part such as 1/3");
        refuses(
                Map.of("JOB_COMPLETION_INDEX", "0"),
                "--shard auto needs a number in the environment variable CHARGEPROOF_SHARDS (Kubernetes doesn't tell a job"
                        + " how many there are: its 'completions'), which isn't set");
        refuses(
                Map.of("CI_NODE_INDEX", "1", "CI_NODE_TOTAL", "three"),
                "--shard auto needs a number in the environment variable CI_NODE_TOTAL, not 'three'");
    }

    @Test
    void refuses_a_part_that_there_is_not() {
        refuses(
                Map.of("JOB_COMPLETION_INDEX", "3", "CHARGEPROOF_SHARDS", "3"),
                "--shard auto, by JOB_COMPLETION_INDEX and CHARGEPROOF_SHARDS: there is no shard 4 of 3; write one from 1/3"
                        + " to 3/3");
    }

    private static void refuses(Map<String, String> environment, String message) {
        assertThatThrownBy(() -> ShardOption.read("auto", environment))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }
}
