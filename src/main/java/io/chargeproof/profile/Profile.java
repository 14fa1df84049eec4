package io.chargeproof.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The target of a run, and what may be done to it.
 *
 * @param name the target's name in reports
 * @param kind what kind of environment it is
 * @param evcNet the EVC-net Customer API, unless it is out of scope
 * @param oioi OIOI, unless it is out of scope
 * @param limits what a run may ask of it
 * @param connection how it is reached
 * @param states pact provider states and the test data that stand for them
 * @param depth how much a run sends
 * @param waivers known breaches that are excused
 */
public record Profile(
        String name,
        TargetKind kind,
        @Nullable EvcNetTarget evcNet,
        @Nullable OioiTarget oioi,
        Limits limits,
        Connection connection,
        Map<String, Map<String, Object>> states,
        Depth depth,
        List<Waiver> waivers) {
    public Profile {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        waivers = List.copyOf(waivers);
    }

    /** The same at another depth. */
    public Profile withDepth(Depth other) {
        return new Profile(name, kind, evcNet, oioi, limits, connection, states, other, waivers);
    }

    /** The same with requests sent again at most so often. */
    public Profile withRetries(int most) {
        Limits fewer = new Limits(
                limits.requestsPerSecond(), limits.timeout(), most, limits.maxRequests(), limits.maxCustomers());
        return new Profile(name, kind, evcNet, oioi, fewer, connection, states, depth, waivers);
    }

    /** The same with other cards, if it has the Customer API. */
    public Profile withCards(List<String> others) {
        EvcNetTarget same = evcNet == null ? null : evcNet.withCards(others);
        return new Profile(name, kind, same, oioi, limits, connection, states, depth, waivers);
    }

    /** What no output may show: from each value to the name that stands for it. */
    public Map<String, String> secrets() {
        return ProfileSecrets.of(this);
    }
}
