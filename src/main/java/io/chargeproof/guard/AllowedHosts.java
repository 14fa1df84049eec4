package io.chargeproof.guard;

import java.util.Set;

/**
 * What the command line allows, by host.
 *
 * @param hosts public hosts that may be tested
 * @param production production hosts that may be tested
 * @param writes production hosts where a run may write
 * @param hostile hosts beyond this machine that may be sent hostile values
 * @param readOnly whether the run is to write nowhere, whatever else is allowed
 */
public record AllowedHosts(
        Set<String> hosts, Set<String> production, Set<String> writes, Set<String> hostile, boolean readOnly) {
    /** Nothing beyond what needs no leave. */
    public static final AllowedHosts NONE = new AllowedHosts(Set.of(), Set.of(), Set.of(), Set.of(), false);

    public AllowedHosts {
        hosts = Set.copyOf(hosts);
        production = Set.copyOf(production);
        writes = Set.copyOf(writes);
        hostile = Set.copyOf(hostile);
    }
}
