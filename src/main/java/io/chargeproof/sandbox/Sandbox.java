package io.chargeproof.sandbox;

import io.chargeproof.sandbox.provider.Provider;
import io.chargeproof.sandbox.provider.ProviderStates;
import io.chargeproof.sandbox.wire.Handler;
import io.chargeproof.sandbox.wire.HttpEndpoint;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The reference provider: both APIs over real HTTP on the loopback address, with its state in memory. */
public final class Sandbox implements AutoCloseable {
    /** Where provider states are set up, below the sandbox's address. */
    public static final String STATES_PATH = ProviderStates.PATH;

    private final HttpEndpoint port;
    private final ProviderStates states;

    private Sandbox(HttpEndpoint port, ProviderStates states) {
        this.port = port;
        this.states = states;
    }

    /**
     * Starts a sandbox on 127.0.0.1.
     *
     * @throws IllegalArgumentException if there is no such defect or variant
     * @throws java.io.UncheckedIOException if the port can't be opened
     */
    public static Sandbox start(SandboxOptions options) {
        Provider provider = SandboxCatalogue.provider(options);
        ProviderStates states = new ProviderStates(provider);
        Handler answering = request ->
                request.rawPath().equals(ProviderStates.PATH) ? states.answer(request) : provider.answer(request);
        return new Sandbox(HttpEndpoint.open(options.port(), answering), states);
    }

    /** Where it is, such as {@code http://127.0.0.1:18080}. */
    public URI baseUrl() {
        return port.address();
    }

    /** Where each API is, by what people call it. */
    public Map<String, URI> addresses() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        SandboxCatalogue.APIS.forEach(api -> addresses.put(api.title(), URI.create(baseUrl() + api.path())));
        return addresses;
    }

    /** Makes a customer without a client; the id. */
    public String newCustomer() {
        return states.values("a customer exists").path("customer-id").asString();
    }

    /** The text of a profile, in YAML, that fits this sandbox. */
    public String profile() {
        return SandboxProfile.of(this);
    }

    /** Stops it at once; a request under way may get no answer. */
    @Override
    public void close() {
        port.close();
    }
}
