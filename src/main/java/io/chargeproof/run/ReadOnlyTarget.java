package io.chargeproof.run;

import io.chargeproof.api.evcnet.CustomerRequests;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.api.oioi.UserRequests;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.policy.ReadOnlyTransport;
import io.chargeproof.profile.Profile;

/** What stands before a target that may only be read: whatever its APIs don't know to change nothing isn't sent. */
public final class ReadOnlyTarget {
    private ReadOnlyTarget() {}

    /** A transport to a profile's target that sends no more than may be sent there. */
    public static Transport guard(Transport next, Profile profile, boolean readOnly) {
        return readOnly ? new ReadOnlyTransport(next, request -> changesNothing(request, profile)) : next;
    }

    private static boolean changesNothing(HttpRequest request, Profile profile) {
        OioiTarget oioi = OioiTarget.of(profile);
        boolean isOioi = oioi != null && request.uri().equals(oioi.endpoint());
        return CustomerRequests.changesNothing(request) || (isOioi && UserRequests.changesNothing(request));
    }
}
