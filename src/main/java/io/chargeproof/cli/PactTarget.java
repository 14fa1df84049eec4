package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.contract.ProviderAddress;
import io.chargeproof.guard.RunPermission;
import io.chargeproof.profile.ApiTarget;
import io.chargeproof.profile.Connection;
import io.chargeproof.profile.Depth;
import io.chargeproof.profile.Limits;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.Secret;
import io.chargeproof.profile.TargetKind;
import io.chargeproof.report.RunReport;
import io.chargeproof.run.AccountGuard;
import io.chargeproof.sandbox.Sandbox;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The provider that is verified.
 *
 * @param address where it is
 * @param profile its profile, if there is one
 * @param states who sets up its states, if it does so itself
 * @param guarded what the guard judges, and what bounds the verification
 */
record PactTarget(
        ProviderAddress address,
        @Nullable Profile profile,
        @Nullable URI states,
        Profile guarded) {
    private static final Limits LIMITS = new Limits(null, Duration.ofSeconds(10), 3, 2000, 100);

    /** A provider of which just the address is known. */
    static PactTarget at(URI base) {
        EvcNetTarget target = new EvcNetTarget(
                base, new Secret("NONE", "none"), null, Map.of(), Map.of(), "example.com", List.of(), null, null);
        Profile guarded = new Profile(
                base.getHost(),
                TargetKind.ACCEPTANCE,
                List.of(target),
                LIMITS,
                Connection.DIRECT,
                Map.of(),
                Depth.STANDARD,
                List.of());
        return new PactTarget(ProviderAddress.below(base), null, null, guarded);
    }

    /**
     * Lets something be written at an address that isn't the provider's, or refuses it.
     *
     * @param what what would be written, for a sentence that goes on with the host
     * @param guard lets an address pass, or refuses it
     */
    static void permitWrites(URI address, String what, Function<Profile, RunPermission> guard) {
        if (guard.apply(at(address).guarded()).readOnly()) {
            throw new UsageException("nothing was sent: " + what + " the production host " + address.getHost()
                    + "; if that is meant, give --allow-writes " + address.getHost());
        }
    }

    /** The provider of a profile; the other API of the profile isn't touched. */
    static PactTarget of(Profile described, String provider) {
        List<ApiTarget> touched = new ArrayList<>(described.apis());
        touched.removeIf(each -> each instanceof EvcNetTarget && provider.equals(ProviderAddress.USER_API));
        touched.removeIf(each -> each instanceof OioiTarget && provider.equals(ProviderAddress.CUSTOMER_API));
        Profile narrowed = described.withApis(touched).withDepth(Depth.STANDARD);
        return new PactTarget(ProviderAddress.of(described, provider), narrowed, states(narrowed), narrowed);
    }

    /** The same without the cards that somebody has spent. */
    PactTarget unspent(AccountGuard safe) {
        return new PactTarget(address, profile == null ? null : safe.unspent(profile), states, guarded);
    }

    private static @Nullable URI states(Profile profile) {
        if (profile.kind() != TargetKind.SANDBOX) {
            return null;
        }
        URI base = profile.apis().isEmpty() ? null : profile.apis().get(0).address();
        return base == null ? null : base.resolve(Sandbox.STATES_PATH);
    }

    /** How it is called in reports; not as its runs are, since it isn't compared with these. */
    RunReport.Target inReports(String provider) {
        return new RunReport.Target(
                guarded.name() + "-" + provider, guarded.kind().label(), guarded.addresses());
    }
}
