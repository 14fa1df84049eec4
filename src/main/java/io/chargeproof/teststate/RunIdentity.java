package io.chargeproof.teststate;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run as the ledger knows it.
 *
 * @param run the run's ID
 * @param started when it began
 * @param target the profile's name
 * @param kind the kind of environment that the profile names; empty in ledgers of old
 * @param evcNet the base URL of the Customer API, if the run is about it
 * @param oioi OIOI's endpoint, if the run is about it
 * @param usernames the test users of the run
 * @param profile the profile's file, if it has one
 */
public record RunIdentity(
        String run,
        Instant started,
        String target,
        String kind,
        @Nullable URI evcNet,
        @Nullable URI oioi,
        List<String> usernames,
        @Nullable Path profile) {
    public RunIdentity {
        usernames = List.copyOf(usernames);
    }

    /** The same with the profile's file. */
    RunIdentity with(Path file) {
        return new RunIdentity(run, started, target, kind, evcNet, oioi, usernames, file);
    }

    /** Whether both runs are about the same Customer API. An address alone doesn't tell: a port is used again and again. */
    boolean hasCustomersOf(RunIdentity other) {
        return isOfTheTargetOf(other) && evcNet != null && evcNet.equals(other.evcNet);
    }

    /** Whether both runs are about a target of the same name and kind. */
    public boolean isOfTheTargetOf(RunIdentity other) {
        boolean sameKind = kind.equals(other.kind) || kind.isEmpty() || other.kind.isEmpty();
        return sameKind && target.equals(other.target);
    }

    /** What no other run may use at the same time, each in words. */
    Set<String> accounts() {
        Set<String> accounts = new LinkedHashSet<>();
        if (evcNet != null) {
            accounts.add("the Customer API at " + evcNet);
        }
        usernames.forEach(username -> accounts.add("the user " + username + " at " + oioi));
        return accounts;
    }
}
