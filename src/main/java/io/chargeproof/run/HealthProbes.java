package io.chargeproof.run;

import io.chargeproof.api.evcnet.CustomerModule;
import io.chargeproof.api.evcnet.CustomerRequests;
import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.Accounts;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.api.oioi.UserFixtures;
import io.chargeproof.api.oioi.UserModule;
import io.chargeproof.api.oioi.UserRequests;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.profile.Profile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Requests that change nothing, and that each interface has an answer to as long as it answers anything. */
public final class HealthProbes {
    private static final String NOBODY = "999999999";

    private final Map<String, List<HttpRequest>> byApi = new TreeMap<>();

    HealthProbes(Profile profile, boolean readOnly) {
        EvcNetTarget evcNet = EvcNetTarget.of(profile);
        if (evcNet != null) {
            CustomerRequests requests = new CustomerRequests(evcNet, 1);
            byApi.put(CustomerModule.API.label(), readOnly ? List.of(requests.look()) : of(requests));
        }
        OioiTarget oioi = OioiTarget.of(profile);
        if (oioi != null) {
            UserFixtures users = new UserFixtures(oioi, new UserRequests(oioi), 1, Accounts.unshared(oioi));
            byApi.put(UserModule.API.label(), List.of(users.control()));
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
