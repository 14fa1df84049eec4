package io.chargeproof.sandbox;

import io.chargeproof.sandbox.provider.Provider;
import io.chargeproof.sandbox.provider.ProviderStates;
import io.chargeproof.sandbox.wire.Answering;
import io.chargeproof.sandbox.wire.HttpPort;
import java.net.URI;
import tools.jackson.databind.node.JsonNodeFactory;

/** The reference provider: both APIs over real HTTP on the loopback address, with its state in memory. */
public final class Sandbox implements AutoCloseable {
    /** Where provider states are set up, below the sandbox's address. */
    public static final String STATES_PATH = ProviderStates.PATH;

    private final HttpPort port;
    private final Provider provider;

    private Sandbox(HttpPort port, Provider provider) {
        this.port = port;
        this.provider = provider;
    }

    /**
     * Starts a sandbox on 127.0.0.1.
     *
     * @throws IllegalArgumentException if there is no such defect or freedom
     * @throws java.io.UncheckedIOException if the port can't be opened
     */
    public static Sandbox start(SandboxOptions options) {
        Provider provider = varied(options);
        ProviderStates states = new ProviderStates(provider);
        Answering answering = request ->
                request.rawPath().equals(ProviderStates.PATH) ? states.answer(request) : provider.answer(request);
        return new Sandbox(HttpPort.open(options.port(), answering), provider);
    }

    private static Provider varied(SandboxOptions options) {
        Provider provider = Provider.correct();
        for (String freedom : options.freedoms()) {
            provider = SandboxCatalogue.freedom(freedom).vary(provider);
        }
        // Defects go on top: a breach has to show however else the provider differs.
        for (String defect : options.defects()) {
            provider = SandboxCatalogue.defect(defect).vary(provider);
        }
        return provider;
    }

    /** Where it is, such as {@code http://127.0.0.1:18080}; the EVC-net Customer API's paths are below. */
    public URI baseUrl() {
        return port.address();
    }

    /** The one address of OIOI's calls. */
    public URI oioiEndpoint() {
        return URI.create(baseUrl() + "/api/v4/request");
    }

    /** Makes a customer without a client; the id. */
    public String newCustomer() {
        return Long.toString(provider.customers().add(JsonNodeFactory.instance.objectNode()));
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
