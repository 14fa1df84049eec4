package io.chargeproof.run;

import io.chargeproof.api.evcnet.CustomerRequests;
import io.chargeproof.api.oioi.Accounts;
import io.chargeproof.api.oioi.UserFixtures;
import io.chargeproof.api.oioi.UserRequests;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.profile.EvcNetTarget;
import io.chargeproof.profile.OioiTarget;
import io.chargeproof.profile.Profile;
import io.chargeproof.requirement.Api;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Requests that change nothing, and that each interface has an answer to as long as it answers anything. */
public final class HealthProbes {
    private static final String NOBODY = "999999999";

    private final Map<String, List<HttpRequest>> byApi = new TreeMap<>();

    HealthProbes(Profile profile, boolean readOnly) {
        EvcNetTarget evcNet = profile.evcNet();
        if (evcNet != null) {
            CustomerRequests requests = new CustomerRequests(evcNet, 1);
            byApi.put(Api.EVC_NET.label(), readOnly ? List.of(requests.look()) : of(requests));
        }
        OioiTarget oioi = profile.oioi();
        if (oioi != null) {
            UserFixtures users = new UserFixtures(oioi, new UserRequests(oioi), 1, Accounts.unshared(oioi));
            byApi.put(Api.OIOI.label(), List.of(users.control()));
        }
    }

    /** An id that no customer has. */
    public static String nobody(@Nullable EvcNetTarget target) {
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
