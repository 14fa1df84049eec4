package io.chargeproof.run;

import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.exchange.policy.Breaker;
import io.chargeproof.exchange.policy.Budgeted;
import io.chargeproof.exchange.policy.ExchangeLog;
import io.chargeproof.exchange.policy.Recording;
import io.chargeproof.exchange.policy.RetryPolicy;
import io.chargeproof.exchange.policy.Retrying;
import io.chargeproof.target.Limits;
import io.chargeproof.target.Profile;

/** The ways to a provider that is verified, and to who sets up its states. */
public final class ProviderLink implements AutoCloseable {
    /** After so many attempts in a row without an answer nothing more is sent. */
    private static final int PATIENCE = 12;

    private final JdkTransport jdk;
    private final Transport aside;
    private final Transport target;

    /** The ways that a profile describes. */
    public ProviderLink(Profile profile) {
        Limits limits = profile.limits();
        this.jdk = new JdkTransport(TargetLink.settings(profile));
        RetryPolicy policy = RetryPolicy.of(limits.retries(), 1);
        this.aside = new Breaker(new Retrying(jdk, policy), PATIENCE);
        Transport limited =
                new Budgeted(TargetLink.throttled(TargetLink.own(jdk, profile), limits), limits.maxRequests());
        this.target = new Recording(new Breaker(new Retrying(limited, policy), PATIENCE), new ExchangeLog());
    }

    /** What requests to the provider are sent through. */
    public Transport target() {
        return target;
    }

    /** What states are set up through; their values are secrets, so none of it is recorded. */
    public Transport aside() {
        return aside;
    }

    @Override
    public void close() {
        jdk.close();
    }
}
