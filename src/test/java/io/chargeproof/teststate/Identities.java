package io.chargeproof.teststate;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs as the journal knows them. */
public final class Identities {
    private Identities() {}

    /** A run at a Customer API and at OIOI, each if it is given, with test users of these names. */
    public static RunIdentity of(
            String run,
            Instant started,
            String target,
            String kind,
            @Nullable URI evcNet,
            @Nullable URI oioi,
            List<String> usernames) {
        SortedMap<String, URI> addresses = new TreeMap<>();
        Set<String> accounts = new LinkedHashSet<>();
        if (evcNet != null) {
            addresses.put("evc-net", evcNet);
            accounts.add("the Customer API at " + evcNet);
        }
        if (oioi != null) {
            addresses.put("oioi", oioi);
        }
        usernames.forEach(each -> accounts.add("the user " + each + " at " + oioi));
        return new RunIdentity(run, started, target, kind, addresses, accounts, null);
    }
}
