package io.chargeproof.run;

import io.chargeproof.api.ApiModules;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.policy.ReadOnlyTransport;
import io.chargeproof.profile.Profile;
import java.util.EnumSet;
import java.util.Set;

/** What stands before a target that may only be read: whatever its APIs don't know to change nothing isn't sent. */
public final class ReadOnlyTarget {
    private static final Set<HttpMethod> SAFE = EnumSet.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private ReadOnlyTarget() {}

    /** A transport to a profile's target that sends no more than may be sent there. */
    public static Transport guard(Transport next, Profile profile, boolean readOnly) {
        return readOnly ? new ReadOnlyTransport(next, request -> changesNothing(request, profile)) : next;
    }

    /** Whether a request to a profile's target is known to change nothing there. */
    public static boolean changesNothing(HttpRequest request, Profile profile) {
        return SAFE.contains(request.method())
                || profile.apis().stream()
                        .anyMatch(each -> ApiModules.of(each.api()).changesNothing(request, each));
    }
}
