package io.chargeproof.profile;

import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.RequirementId;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where one API of a target is, and the test data for it: what a section of a profile says. A value. */
public interface ApiTarget {
    /** Which API it is. */
    Api api();

    /** Where it is; every request goes to the same scheme, host and port. */
    URI address();

    /** What no output may show of the section: from each value to the name that stands for it. */
    Map<String, String> secrets();

    /** Values of the section that stand where secrets do in a request and are none, such as names of users. */
    default Set<String> publicValues() {
        return Set.of();
    }

    /** What no other run may use at the same time, each in words. */
    default Set<String> accounts() {
        return Set.of();
    }

    /** Why the section lacks what a requirement is decided with, if it does. */
    default Optional<String> reasonAgainst(RequirementId requirement) {
        return Optional.empty();
    }

    /**
     * What asks a sandbox for exactly what this section would have its own target asked for: with as many users and the like,
     * at the sandbox's address and with its test data.
     *
     * @param sandbox the sandbox's section on the same API, which has everything
     * @param spare the id of a record that the sandbox has just made, for whatever needs one that is there before the run
     */
    ApiTarget standIn(ApiTarget sandbox, String spare);
}
