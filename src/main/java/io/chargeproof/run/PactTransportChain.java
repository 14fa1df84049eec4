package io.chargeproof.run;

import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.exchange.policy.BudgetTransport;
import io.chargeproof.exchange.policy.CircuitBreakerTransport;
import io.chargeproof.exchange.policy.ExchangeLog;
import io.chargeproof.exchange.policy.RecordingTransport;
import io.chargeproof.exchange.policy.RetryPolicy;
import io.chargeproof.exchange.policy.RetryingTransport;
import io.chargeproof.profile.Limits;
import io.chargeproof.profile.Profile;

/** The ways to a provider that is verified, and to who sets up its states. */
public final class PactTransportChain implements AutoCloseable {
    /** After so many attempts in a row without an answer nothing more is sent. */
    private static final int PATIENCE = 12;

    private final JdkTransport jdk;
    private final Transport aside;
    private final Transport target;

    /** The ways that a profile describes. */
    public PactTransportChain(Profile profile) {
        Limits limits = profile.limits();
        this.jdk = new JdkTransport(TransportChain.settings(profile));
        RetryPolicy policy = RetryPolicy.of(limits.retries(), 1);
        this.aside = new CircuitBreakerTransport(new RetryingTransport(jdk, policy), PATIENCE);
        Transport limited = new BudgetTransport(
                TransportChain.throttled(TransportChain.own(jdk, profile), limits), limits.maxRequests());
        this.target = new RecordingTransport(
                new CircuitBreakerTransport(new RetryingTransport(limited, policy), PATIENCE), new ExchangeLog());
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
