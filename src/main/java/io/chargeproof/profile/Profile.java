package io.chargeproof.profile;

import io.chargeproof.requirement.Api;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The target of a run, and what may be done to it.
 *
 * @param name the target's name in reports
 * @param kind what kind of environment it is
 * @param apis the APIs that are in scope, in their order
 * @param limits what a run may ask of it
 * @param connection how it is reached
 * @param states pact provider states and the test data that stand for them
 * @param depth how much a run sends
 * @param waivers known breaches that are excused
 */
public record Profile(
        String name,
        TargetKind kind,
        List<ApiTarget> apis,
        Limits limits,
        Connection connection,
        Map<String, Map<String, Object>> states,
        Depth depth,
        List<Waiver> waivers) {
    public Profile {
        apis = apis.stream().sorted(Comparator.comparing(ApiTarget::api)).toList();
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        waivers = List.copyOf(waivers);
    }

    /** What it says of an API, unless that is out of scope. */
    public Optional<ApiTarget> find(Api api) {
        return apis.stream().filter(each -> each.api().equals(api)).findFirst();
    }

    /** The same at another depth. */
    public Profile withDepth(Depth other) {
        return new Profile(name, kind, apis, limits, connection, states, other, waivers);
    }

    /** The same with requests sent again at most so often. */
    public Profile withRetries(int most) {
        Limits fewer = new Limits(
                limits.requestsPerSecond(), limits.timeout(), most, limits.maxRequests(), limits.maxCustomers());
        return new Profile(name, kind, apis, fewer, connection, states, depth, waivers);
    }

    /** The same with these APIs and no others. */
    public Profile withApis(Collection<? extends ApiTarget> others) {
        return new Profile(name, kind, List.copyOf(others), limits, connection, states, depth, waivers);
    }

    /** Where each API is, by the APIs' labels. */
    public SortedMap<String, String> addresses() {
        SortedMap<String, String> addresses = new TreeMap<>();
        apis.forEach(each -> addresses.put(each.api().label(), each.address().toString()));
        return addresses;
    }

    /** What no output may show: from each value to the name that stands for it. */
    public Map<String, String> secrets() {
        Map<String, String> secrets = new LinkedHashMap<>();
        apis.forEach(each -> each.secrets().forEach(secrets::putIfAbsent));
        SecretMembers.in(states, "STATE").forEach(secrets::putIfAbsent);
        return Collections.unmodifiableMap(secrets);
    }
}
