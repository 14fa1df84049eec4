package io.chargeproof.profile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A profile that leads to a sandbox and there asks for exactly what another profile would have its own target asked for: the
 * same APIs, users, number of cards, depth and customers, at the sandbox's addresses and with its test data. Requests aren't
 * limited, so that all are counted.
 */
public final class SandboxStandIn {
    private final Profile described;
    private final Profile sandbox;
    private final String customer;

    private SandboxStandIn(Profile described, Profile sandbox, String customer) {
        this.described = described;
        this.sandbox = sandbox;
        this.customer = customer;
    }

    /**
     * The sandbox in the place of a target.
     *
     * @param described the target's profile
     * @param sandbox the profile of a sandbox that has both APIs and all three users
     * @param customer a customer of the sandbox, who keeps cards where one of the target's does
     */
    public static Profile of(Profile described, Profile sandbox, String customer) {
        return new SandboxStandIn(described, sandbox, customer).profile();
    }

    private Profile profile() {
        Limits limits = described.limits();
        return new Profile(
                described.name(),
                described.kind(),
                evcNet(described.evcNet(), sandbox.evcNet()),
                oioi(described.oioi(), sandbox.oioi()),
                new Limits(null, limits.timeout(), limits.retries(), Integer.MAX_VALUE, limits.maxCustomers()),
                sandbox.connection(),
                Map.of(),
                described.depth(),
                List.of());
    }

    private @Nullable EvcNetTarget evcNet(@Nullable EvcNetTarget wanted, @Nullable EvcNetTarget there) {
        if (wanted == null || there == null) {
            return null;
        }
        return new EvcNetTarget(
                there.baseUrl(),
                there.token(),
                there.customerIdPath(),
                there.customer(),
                there.update(),
                there.emailDomain(),
                there.cards().stream().limit(wanted.cards().size()).toList(),
                wanted.cardCustomer() == null ? null : customer,
                null);
    }

    private static @Nullable OioiTarget oioi(@Nullable OioiTarget wanted, @Nullable OioiTarget there) {
        if (wanted == null || there == null) {
            return null;
        }
        return new OioiTarget(
                there.endpoint(),
                there.apiKey(),
                wanted.validVat() == null ? null : there.validVat(),
                user(wanted.primary(), there.primary()),
                user(wanted.secondary(), there.secondary()),
                user(wanted.sparse(), there.sparse()));
    }

    private static @Nullable TestUser user(@Nullable TestUser wanted, @Nullable TestUser there) {
        return wanted == null || there == null
                ? null
                : new TestUser(
                        there.username(),
                        there.token(),
                        wanted.evcoId() == null ? null : there.evcoId(),
                        wanted.rfid() == null ? null : there.rfid());
    }
}
