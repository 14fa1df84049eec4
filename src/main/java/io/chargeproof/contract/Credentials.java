package io.chargeproof.contract;

import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.profile.Profile;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a profile puts into requests whatever the states: keys, and the values that customers must have there. */
final class Credentials {
    private final @Nullable EvcNetTarget evcNet;
    private final @Nullable OioiTarget oioi;

    /** Those of a profile, or none. */
    Credentials(@Nullable Profile profile) {
        this.evcNet = profile == null ? null : EvcNetTarget.of(profile);
        this.oioi = profile == null ? null : OioiTarget.of(profile);
    }

    /** The value of {@code Authorization} for a provider. */
    Optional<String> authorization(String provider) {
        if (provider.equals(ProviderAddress.CUSTOMER_API) && evcNet != null) {
            return Optional.of("Token " + evcNet.token().value());
        }
        return provider.equals(ProviderAddress.USER_API) && oioi != null && oioi.apiKey() != null
                ? Optional.of("key=" + oioi.apiKey().value())
                : Optional.empty();
    }

    /** The body with the profile's values for members that are in it; anything but a JSON object as it is. */
    Body merged(String provider, HttpMethod method, Body body) {
        if (!provider.equals(ProviderAddress.CUSTOMER_API) || evcNet == null || body.isEmpty()) {
            return body;
        }
        try {
            return JsonMapper.shared().readTree(body.bytes()) instanceof ObjectNode members
                    ? merged(members, method == HttpMethod.POST ? evcNet.customer() : evcNet.update(), evcNet)
                    : body;
        } catch (JacksonException e) {
            return body;
        }
    }

    private static Body merged(ObjectNode members, Map<String, Object> values, EvcNetTarget target) {
        for (String mail : java.util.List.of("email", "invoice_email")) {
            if (members.path(mail).isString()) {
                members.put(mail, members.path(mail).stringValue().replaceAll("@.*$", "@" + target.emailDomain()));
            }
        }
        values.forEach((name, value) -> {
            if (members.has(name)) {
                members.set(name, JsonMapper.shared().valueToTree(value));
            }
        });
        return Body.of(members.toString());
    }
}
