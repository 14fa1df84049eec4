package io.chargeproof.contract;

import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.profile.Profile;
import java.net.URI;

/** Where a provider is. */
public final class ProviderAddress {
    /** The provider of the EVC-net Customer API. */
    public static final String CUSTOMER_API = "evc-net-customer-api";

    /** The provider of OIOI's user calls. */
    public static final String USER_API = "oioi-user-api";

    private static final String OIOI_PATH = "/api/v4/request";

    private final String base;
    private final String oioi;

    private ProviderAddress(String base, String oioi) {
        this.base = base.replaceAll("/+$", "");
        this.oioi = oioi;
    }

    /** A provider whose paths are those of the pact, below this address. */
    public static ProviderAddress below(URI base) {
        return new ProviderAddress(base.toString(), "");
    }

    /** A provider as a profile has it. */
    public static ProviderAddress of(Profile profile, String provider) {
        EvcNetTarget evcNet = EvcNetTarget.of(profile);
        OioiTarget oioi = OioiTarget.of(profile);
        if (provider.equals(CUSTOMER_API) && evcNet != null) {
            return below(evcNet.baseUrl());
        }
        if (provider.equals(USER_API) && oioi != null) {
            URI endpoint = oioi.endpoint();
            return new ProviderAddress(endpoint.getScheme() + "://" + endpoint.getRawAuthority(), endpoint.toString());
        }
        throw ContractFault.configuration("the profile doesn't say where the provider '" + provider
                + "' is: evc-net is " + CUSTOMER_API + ", and oioi is " + USER_API + "; give --base-url for another");
    }

    /**
     * The address of a path of a pact.
     *
     * @throws IllegalArgumentException if the path could lead to another host, or is none
     */
    URI of(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException(
                    "its path '" + path + "' doesn't begin with '/', so it could lead to another host");
        }
        return URI.create(path.equals(OIOI_PATH) && !oioi.isEmpty() ? oioi : base + PathEncoding.of(path));
    }
}
