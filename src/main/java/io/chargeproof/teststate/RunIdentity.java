package io.chargeproof.teststate;

import io.chargeproof.profile.ApiTarget;
import io.chargeproof.profile.Profile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run as the ledger knows it.
 *
 * @param run the run's ID
 * @param started when it began
 * @param target the profile's name
 * @param kind the kind of environment that the profile names; empty in ledgers of old
 * @param addresses where each API is that the run is about, by the APIs' labels
 * @param accounts what no other run may use at the same time, each in words
 * @param profile the profile's file, if it has one
 */
public record RunIdentity(
        String run,
        Instant started,
        String target,
        String kind,
        SortedMap<String, URI> addresses,
        Set<String> accounts,
        @Nullable Path profile) {
    public RunIdentity {
        addresses = Collections.unmodifiableSortedMap(new TreeMap<>(addresses));
        accounts = Collections.unmodifiableSet(new LinkedHashSet<>(accounts));
    }

    /** The same with the profile's file. */
    RunIdentity with(Path file) {
        return new RunIdentity(run, started, target, kind, addresses, accounts, file);
    }

    /** A run of a profile. */
    public static RunIdentity of(Profile profile, String run, Instant started) {
        SortedMap<String, URI> addresses = new TreeMap<>();
        Set<String> accounts = new LinkedHashSet<>();
        for (ApiTarget each : profile.apis()) {
            addresses.put(each.api().label(), each.address());
            accounts.addAll(each.accounts());
        }
        return new RunIdentity(run, started, profile.name(), profile.kind().label(), addresses, accounts, null);
    }

    /**
     * Whether both runs are about the same API of the same target. An address alone doesn't tell: a port is used again and
     * again.
     */
    boolean hasDataOf(RunIdentity other, String api) {
        URI address = addresses.get(api);
        return isOfTheTargetOf(other) && address != null && address.equals(other.addresses.get(api));
    }

    /** Whether both runs are about a target of the same name and kind. */
    public boolean isOfTheTargetOf(RunIdentity other) {
        boolean sameKind = kind.equals(other.kind) || kind.isEmpty() || other.kind.isEmpty();
        return sameKind && target.equals(other.target);
    }
}
