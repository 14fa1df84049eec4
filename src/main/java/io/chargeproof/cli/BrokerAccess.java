package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.contract.Broker;
import io.chargeproof.contract.PactSources;
import io.chargeproof.exchange.Origin;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.TransportSettings;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.exchange.policy.RetryPolicy;
import io.chargeproof.exchange.policy.RetryingTransport;
import io.chargeproof.profile.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lets in at brokers, by the variables that Pact's own tools read, and the way there. */
final class BrokerAccess {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RETRIES = 2;
    private static final String TOKEN = "PACT_BROKER_TOKEN";
    private static final String USER = "PACT_BROKER_USERNAME";
    private static final String PASSWORD = "PACT_BROKER_PASSWORD";
    private static final String ADDRESS = "PACT_BROKER_BASE_URL";

    private final Map<String, String> environment;

    BrokerAccess(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The broker that an option names, or else the environment. */
    URI broker(@Nullable String option) {
        if (option != null) {
            return PactOptions.address("--broker", option);
        }
        return ofTheEnvironment()
                .orElseThrow(
                        () -> new UsageException("no broker is named; give --broker, or its address in " + ADDRESS));
    }

    /** The broker that the environment names. */
    Optional<URI> ofTheEnvironment() {
        return value(ADDRESS).map(each -> PactOptions.address(ADDRESS, each));
    }

    /** A broker, which alone is given what lets in. */
    Broker at(URI address) {
        return new Broker(address, transport(), authorization(address));
    }

    /** Sources that give what lets in to this broker alone, or to nobody. */
    PactSources sources(@Nullable URI letIn) {
        return new PactSources(transport(), letIn == null ? null : authorization(letIn));
    }

    private static Transport transport() {
        return new RetryingTransport(new JdkTransport(TransportSettings.of(PATIENCE)), RetryPolicy.of(RETRIES, 1));
    }

    private PactSources.@Nullable Authorization authorization(URI broker) {
        return authorization()
                .map(value -> new PactSources.Authorization(value, Origin.of(broker)))
                .orElse(null);
    }

    private Optional<Secret> authorization() {
        Optional<String> token = value(TOKEN);
        if (token.isPresent()) {
            return token.map(each -> new Secret(TOKEN, "Bearer " + each));
        }
        Optional<String> user = value(USER);
        String password = environment.get(PASSWORD);
        return user.isPresent() && password != null
                ? user.map(each -> new Secret(PASSWORD, "Basic " + base64(each + ":" + password)))
                : Optional.empty();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What no output may show: from each value to the name that stands for it. */
    Map<String, String> secrets() {
        Map<String, String> secrets = new LinkedHashMap<>();
        value(TOKEN).ifPresent(each -> secrets.put(each, TOKEN));
        value(PASSWORD).ifPresent(each -> {
            secrets.put(each, PASSWORD);
            value(USER).ifPresent(user -> secrets.put(base64(user + ":" + each), PASSWORD));
        });
        return secrets;
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(each -> !each.isEmpty());
    }
}
