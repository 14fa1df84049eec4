package io.chargeproof.traffic.client;

import io.chargeproof.yaml.NearestName;
import java.util.Collection;
import java.util.TreeSet;

/** What may have been meant by a member that isn't documented. */
final class NearestMember {
    private NearestMember() {}

    /** The documented member that is nearest in its letters, or just a documented one. */
    static String expected(String written, Collection<String> documented) {
        return NearestName.to(written, new TreeSet<>(documented))
                .map(name -> "perhaps '" + name + "' was meant")
                .orElse("a documented member");
    }
}
