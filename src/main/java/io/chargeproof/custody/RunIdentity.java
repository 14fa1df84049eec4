package io.chargeproof.custody;

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
 * @param evcNet the base URL of the Customer API, if the run is about it
 * @param oioi OIOI's endpoint, if the run is about it
 * @param usernames the test users of the run
 * @param profile the profile's file, if it has one
 */
public record RunIdentity(
        String run,
        Instant started,
        String target,
        @Nullable URI evcNet,
        @Nullable URI oioi,
        List<String> usernames,
        @Nullable Path profile) {
    public RunIdentity {
        usernames = List.copyOf(usernames);
    }

    /** The same with the profile's file. */
    RunIdentity with(Path file) {
        return new RunIdentity(run, started, target, evcNet, oioi, usernames, file);
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
