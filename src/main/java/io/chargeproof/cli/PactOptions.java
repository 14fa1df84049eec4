package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.contract.ContractFault;
import io.chargeproof.contract.PactSources;
import io.chargeproof.contract.Pacts;
import io.chargeproof.exchange.Origin;
import io.chargeproof.exchange.TransportSettings;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.exchange.policy.RetryPolicy;
import io.chargeproof.exchange.policy.RetryingTransport;
import io.chargeproof.profile.Secret;
import io.chargeproof.report.DisplayText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where pacts are to be had. */
final class PactOptions {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RETRIES = 2;
    private static final int NO_ANSWER = 3;

    @Option(
            names = "--pacts",
            paramLabel = "DIR|URL",
            description = "A folder or file of pacts, or the address of one (default: the shipped pacts).")
    @Nullable String pacts;

    @Option(
            names = "--broker",
            paramLabel = "URL",
            description = "A Pact broker; PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, let in.")
    @Nullable String broker;

    /**
     * The pacts to verify a provider against.
     *
     * @param guard lets an address pass, or refuses it
     */
    Pacts read(String provider, Consumer<URI> guard) {
        if (pacts != null && broker != null) {
            throw new UsageException("--pacts and --broker exclude each other; give one of them");
        }
        if (broker == null) {
            return local(guard);
        }
        URI address = address("--broker", broker);
        guard.accept(address);
        return sources(address).ofBroker(address, provider);
    }

    /** The pacts to serve. */
    Pacts stubbed(@Nullable String provider, Consumer<URI> guard) {
        if (broker != null && provider == null) {
            throw new UsageException("--broker needs --provider, whose pacts are to be served");
        }
        return provider == null ? local(guard) : read(provider, guard).of(provider, null, null);
    }

    private Pacts local(Consumer<URI> guard) {
        if (pacts != null && pacts.matches("(?i)https?://.*")) {
            URI address = address("--pacts", pacts);
            guard.accept(address);
            return sources(brokerOfTheEnvironment()).at(address);
        }
        return sources(null).in(pacts == null ? shipped() : Path.of(pacts));
    }

    private static @Nullable URI brokerOfTheEnvironment() {
        String address = System.getenv("PACT_BROKER_BASE_URL");
        return address == null || address.isEmpty() ? null : address("PACT_BROKER_BASE_URL", address);
    }

    /** Said in places that reports name, so as short as can be. */
    private static Path shipped() {
        Path here = Path.of("").toAbsolutePath();
        Path folder = InstallDirectory.resolve("pacts").toAbsolutePath();
        return folder.startsWith(here) ? here.relativize(folder) : folder;
    }

    /** Sources that give what lets in at a broker to that broker alone. */
    private static PactSources sources(@Nullable URI letIn) {
        JdkTransport transport = new JdkTransport(TransportSettings.of(PATIENCE));
        return new PactSources(new RetryingTransport(transport, RetryPolicy.of(RETRIES, 1)), authorization(letIn));
    }

    private static PactSources.@Nullable Authorization authorization(@Nullable URI broker) {
        Secret value = authorization();
        return value == null || broker == null ? null : new PactSources.Authorization(value, Origin.of(broker));
    }

    private static @Nullable Secret authorization() {
        String token = System.getenv("PACT_BROKER_TOKEN");
        if (token != null && !token.isEmpty()) {
            return new Secret("PACT_BROKER_TOKEN", "Bearer " + token);
        }
        String user = System.getenv("PACT_BROKER_USERNAME");
        String password = System.getenv("PACT_BROKER_PASSWORD");
        if (user == null || password == null) {
            return null;
        }
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Secret("PACT_BROKER_PASSWORD", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    /** An address that an option gives. */
    static URI address(String option, String text) {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null
                    && address.getRawUserInfo() == null
                    && ("http".equalsIgnoreCase(address.getScheme())
                            || "https".equalsIgnoreCase(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Said below, with what to write instead.
        }
        throw new UsageException(
                option + " takes an address such as https://host.example.com, without credentials, not what was given");
    }

    /** Says a fault, and gives the exit code for it. */
    static int explain(ContractFault fault, CommandSpec spec) {
        spec.commandLine().getErr().println("chargeproof: " + DisplayText.visible(String.valueOf(fault.getMessage())));
        return switch (fault.kind()) {
            case CONFIGURATION -> Main.USAGE;
            case NO_ANSWER -> NO_ANSWER;
        };
    }
}
