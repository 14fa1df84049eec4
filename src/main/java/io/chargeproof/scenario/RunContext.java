package io.chargeproof.scenario;

import io.chargeproof.profile.Depth;
import io.chargeproof.profile.TargetKind;
import io.chargeproof.testdata.HostileValue;
import io.chargeproof.testdata.HostileValues;
import java.util.List;

/**
 * What a scenario may need to know of its run.
 *
 * @param kind what kind of environment the target is
 * @param depth how much is sent
 * @param isPrivate whether the target is on loopback or a private address, where no stranger's customers are
 * @param hostile which hostile values are sent
 * @param sampling how many values were sent of how many
 */
public record RunContext(
        TargetKind kind, Depth depth, boolean isPrivate, HostileValues hostile, SamplingCounter sampling) {
    public boolean isSandbox() {
        return kind == TargetKind.SANDBOX;
    }

    public boolean isFull() {
        return depth == Depth.FULL;
    }

    /** Those of the given values that the run sends in a member, of each JSON type at least one; they are counted. */
    public List<HostileValue> sampleOfEachType(String member, List<HostileValue> values) {
        List<HostileValue> sent = hostile.ofEachType(member, values);
        sampling.add(sent.size(), values.size());
        return sent;
    }

    /** Those of the given values that the run may send, each in so many members; they are counted. */
    public List<HostileValue> allowed(int members, List<HostileValue> values) {
        List<HostileValue> allowed = hostile.inAnyOrder(values);
        sampling.add(allowed.size() * members, values.size() * members);
        return allowed;
    }

    /** Those of the given values that the run sends in a member; they are counted. */
    public List<HostileValue> sample(String member, List<HostileValue> values) {
        List<HostileValue> sent = hostile.of(member, values);
        sampling.add(sent.size(), values.size());
        return sent;
    }
}
