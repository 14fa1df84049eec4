package io.chargeproof.contract;

import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.TransportSettings;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.exchange.policy.ExchangeLog;
import io.chargeproof.exchange.policy.RecordingTransport;
import io.chargeproof.exchange.policy.RetryPolicy;
import io.chargeproof.exchange.policy.RetryingTransport;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A verification of the sandbox in this process. */
final class Commands {
    private Commands() {}

    static Transport transport() {
        JdkTransport jdk = new JdkTransport(TransportSettings.of(Duration.ofSeconds(20)));
        return new RecordingTransport(new RetryingTransport(jdk, RetryPolicy.of(3, 1)), new ExchangeLog());
    }

    /** What comes of verifying a sandbox that is varied so. */
    static List<VerifiedInteraction> verified(String provider, List<String> defects, List<String> variants) {
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, defects, variants))) {
            return verification(provider, sandbox.baseUrl()).execute();
        }
    }

    static Verification verification(String provider, URI base) {
        Pacts pacts = new PactSources(transport(), null).in(Path.of("pacts")).of(provider, null, null);
        return new Verification(
                pacts,
                new Verification.Options(
                        ProviderAddress.below(base), null, base.resolve(Sandbox.STATES_PATH), false, null),
                transport(),
                transport());
    }

    /** What is not verified, in a sentence each. */
    static List<String> faults(List<VerifiedInteraction> verified) {
        return verified.stream()
                .filter(each -> each.outcome() != Outcome.CONFORMS)
                .map(each -> each.interaction().description() + ": " + each.reason() + " " + each.mismatches())
                .toList();
    }
}
