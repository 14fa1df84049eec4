package io.chargeproof.cli;

import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.TransportSettings;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.exchange.policy.Breaker;
import io.chargeproof.exchange.policy.Budgeted;
import io.chargeproof.exchange.policy.ExchangeLog;
import io.chargeproof.exchange.policy.Recording;
import io.chargeproof.exchange.policy.RetryPolicy;
import io.chargeproof.exchange.policy.Retrying;
import io.chargeproof.exchange.policy.Throttled;
import io.chargeproof.target.Connection;
import io.chargeproof.target.Limits;
import io.chargeproof.target.Profile;

/** The ways to a provider that is verified, and to who sets up its states. */
final class PactLink implements AutoCloseable {
    private static final int LARGEST_ANSWER = 1 << 20;
    /** After so many attempts in a row without an answer nothing more is sent. */
    private static final int PATIENCE = 12;

    private final JdkTransport jdk;
    private final Transport aside;
    private final Transport target;

    PactLink(Profile profile) {
        Limits limits = profile.limits();
        Connection connection = profile.connection();
        this.jdk = new JdkTransport(new TransportSettings(
                limits.timeout(), LARGEST_ANSWER, connection.proxy(), connection.ca(), connection.clientCertificate()));
        RetryPolicy policy = RetryPolicy.of(limits.retries(), 1);
        Integer most = limits.requestsPerSecond();
        Transport throttled = most == null ? jdk : new Throttled(jdk, most);
        this.aside = new Breaker(new Retrying(jdk, policy), PATIENCE);
        Transport patient = new Retrying(new Budgeted(throttled, limits.maxRequests()), policy);
        this.target = new Recording(new Breaker(patient, PATIENCE), new ExchangeLog());
    }

    /** What requests to the provider are sent through. */
    Transport target() {
        return target;
    }

    /** What states are set up through; their values are secrets, so none of it is recorded. */
    Transport aside() {
        return aside;
    }

    @Override
    public void close() {
        jdk.close();
    }
}
