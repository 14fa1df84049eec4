package io.chargeproof.profile;

import java.util.List;
import java.util.Map;

/**
 * A profile that leads to a sandbox and there asks for exactly what another profile would have its own target asked for: the
 * same APIs, depth and customers, and of test data as much, at the sandbox's addresses. Requests aren't limited, so that all are
 * counted.
 */
public final class SandboxStandIn {
    private SandboxStandIn() {}

    /**
     * The sandbox in the place of a target. An API that the sandbox doesn't have is out of scope there.
     *
     * @param described the target's profile
     * @param sandbox the profile of a sandbox that has everything
     * @param spare the id of a record that the sandbox has just made
     */
    public static Profile of(Profile described, Profile sandbox, String spare) {
        Limits limits = described.limits();
        return new Profile(
                described.name(),
                described.kind(),
                described.apis().stream()
                        .flatMap(each -> sandbox.find(each.api()).stream().map(there -> each.standIn(there, spare)))
                        .toList(),
                new Limits(null, limits.timeout(), limits.retries(), Integer.MAX_VALUE, limits.maxCustomers()),
                sandbox.connection(),
                Map.of(),
                described.depth(),
                List.of());
    }
}
