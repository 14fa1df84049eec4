package io.chargeproof.clients;

import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.api.oioi.TestUser;
import io.chargeproof.profile.Profile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client's command finds in its environment: addresses, credentials and test data, named as a profile names them.
 */
public final class ClientEnvironment {
    private static final String PREFIX = "CHARGEPROOF_";

    private ClientEnvironment() {}

    /** The variables for a target that differs in these ways. */
    static Map<String, String> of(Profile profile, List<String> variants) {
        Map<String, String> values = new TreeMap<>();
        EvcNetTarget evcNet = EvcNetTarget.of(profile);
        if (evcNet != null) {
            values.put(PREFIX + "EVC_NET_BASE_URL", evcNet.baseUrl().toString());
            values.put(PREFIX + "EVC_NET_TOKEN", evcNet.token().value());
            values.put(PREFIX + "EVC_NET_CARDS", String.join(",", evcNet.cards()));
        }
        OioiTarget oioi = OioiTarget.of(profile);
        if (oioi != null) {
            values.put(PREFIX + "OIOI_ENDPOINT", oioi.endpoint().toString());
            put(
                    values,
                    "OIOI_API_KEY",
                    oioi.apiKey() == null ? null : oioi.apiKey().value());
            put(values, "OIOI_VALID_VAT", oioi.validVat());
            user(values, "PRIMARY", oioi.primary());
            user(values, "SECONDARY", oioi.secondary());
            user(values, "SPARSE", oioi.sparse());
        }
        values.put(PREFIX + "VARIANTS", String.join(",", variants));
        return values;
    }

    private static void user(Map<String, String> values, String role, @Nullable TestUser user) {
        if (user != null) {
            put(values, "OIOI_" + role + "_USERNAME", user.username());
            if (user.hasToken()) {
                put(values, "OIOI_" + role + "_TOKEN", user.token().value());
            }
            put(values, "OIOI_" + role + "_EVCO_ID", user.evcoId());
            put(values, "OIOI_" + role + "_RFID", user.rfid());
        }
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(PREFIX + name, value);
        }
    }
}
