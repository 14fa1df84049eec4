package io.chargeproof.run;

import io.chargeproof.evcnet.CustomerRequests;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.oioi.UserRequests;
import io.chargeproof.requirement.Api;
import io.chargeproof.steps.Accounts;
import io.chargeproof.steps.Users;
import io.chargeproof.target.EvcNetTarget;
import io.chargeproof.target.OioiTarget;
import io.chargeproof.target.Profile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Requests that change nothing, and that each interface has an answer to as long as it answers anything. */
final class Controls {
    private static final String NOBODY = "999999999";

    private final Map<String, List<HttpRequest>> byApi = new TreeMap<>();

    Controls(Profile profile, boolean readOnly) {
        EvcNetTarget evcNet = profile.evcNet();
        if (evcNet != null) {
            CustomerRequests requests = new CustomerRequests(evcNet, 1);
            byApi.put(Api.EVC_NET.label(), readOnly ? List.of(requests.look()) : of(requests));
        }
        OioiTarget oioi = profile.oioi();
        if (oioi != null) {
            Users users = new Users(oioi, new UserRequests(oioi), 1, Accounts.unshared(oioi));
            byApi.put(Api.OIOI.label(), List.of(users.control()));
        }
    }

    /** An id that no customer has. */
    static String nobody(@Nullable EvcNetTarget target) {
        String given = target == null ? null : target.unknownCustomerId();
        return given == null ? NOBODY : given;
    }

    /** Those of an interface, given by its label. */
    List<HttpRequest> of(String api) {
        return byApi.getOrDefault(api, List.of());
    }

    /** An update of nobody, and a create that isn't JSON. */
    static List<HttpRequest> of(CustomerRequests requests) {
        return List.of(requests.update(NOBODY, Body.of("{}")), requests.create(Body.of("{")));
    }
}
