package io.chargeproof.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.profile.Depth;
import io.chargeproof.profile.TargetKind;
import io.chargeproof.testdata.HostileValue;
import io.chargeproof.testdata.HostileValues;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunContextTest {
    private static final List<HostileValue> ALL = HostileValues.all();

    private final SamplingCounter sampling = new SamplingCounter();

    @ParameterizedTest
    @CsvSource({"SANDBOX, true", "ACCEPTANCE, false", "PRODUCTION, false"})
    void knows_a_sandbox(TargetKind kind, boolean sandbox) {
        assertThat(run(kind, Depth.STANDARD).isSandbox()).isEqualTo(sandbox);
    }

    @ParameterizedTest
    @CsvSource({"SMOKE, false", "STANDARD, false", "FULL, true"})
    void knows_whether_everything_is_sent(Depth depth, boolean full) {
        assertThat(run(TargetKind.ACCEPTANCE, depth).isFull()).isEqualTo(full);
    }

    @Test
    void counts_a_sample_of_two_a_member() {
        RunContext run = run(TargetKind.ACCEPTANCE, Depth.STANDARD);

        assertThat(run.sample("city", ALL)).hasSize(2).isSubsetOf(ALL);
        assertThat(run.sample("phone", ALL.subList(0, 1))).hasSize(1);

        assertThat(sampling.sent()).isEqualTo(3);
        assertThat(sampling.all()).isEqualTo(ALL.size() + 1L);
    }

    /** Text, numbers, booleans, null, lists and objects. */
    @Test
    void counts_a_sample_of_each_json_type() {
        RunContext run = run(TargetKind.ACCEPTANCE, Depth.STANDARD);

        assertThat(run.sampleOfEachType("city", ALL)).hasSize(6).isSubsetOf(ALL);

        assertThat(sampling.sent()).isEqualTo(6);
        assertThat(sampling.all()).isEqualTo(ALL.size());
    }

    @Test
    void counts_what_goes_into_many_members_once_for_each() {
        RunContext run = run(TargetKind.ACCEPTANCE, Depth.STANDARD);

        List<HostileValue> allowed = run.allowed(3, ALL);

        assertThat(allowed)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .isSubsetOf(ALL)
                .noneMatch(value -> value.category().isAttack());
        assertThat(sampling.sent()).isEqualTo(3L * allowed.size());
        assertThat(sampling.all()).isEqualTo(3L * ALL.size());
    }

    private RunContext run(TargetKind kind, Depth depth) {
        return new RunContext(kind, depth, false, new HostileValues(false, false, 7), sampling);
    }
}
