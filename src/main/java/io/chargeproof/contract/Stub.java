package io.chargeproof.contract;

import au.com.dius.pact.consumer.BaseMockServer;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.consumer.model.MockServerImplementation;
import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.V4Pact;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Serves the answers of pacts on this machine, to develop a consumer against; it knows no states. */
public final class Stub implements AutoCloseable {
    private final BaseMockServer server;
    private final int interactions;

    private Stub(BaseMockServer server, int interactions) {
        this.server = server;
        this.interactions = interactions;
    }

    /**
     * Starts a stub on 127.0.0.1. Of interactions whose requests are alike the first answers.
     *
     * @param port the port, or 0 for any free one
     */
    public static Stub start(Pacts pacts, int port) {
        List<Contract> sound =
                pacts.contracts().stream().filter(Contract::isSound).toList();
        List<Interaction> http = new ArrayList<>();
        sound.forEach(each -> http.add(each.interaction().asV4Interaction()));
        V4Pact all = new V4Pact(new Consumer("anybody"), new Provider("stub"), http);
        MockProviderConfig config = new MockProviderConfig(
                "127.0.0.1", port, PactSpecVersion.V4, "http", MockServerImplementation.JavaHttpServer, false);
        try {
            BaseMockServer server = new StubServer(all, config, new NearestInteraction(all, sound));
            server.start();
            return new Stub(server, http.size());
        } catch (Exception e) { // Kotlin throws checked exceptions undeclared.
            throw ContractFault.configuration("the stub can't listen on port " + port + ": " + PactReading.oneLine(e));
        }
    }

    /** Where it is. */
    public URI address() {
        return URI.create(server.getUrl());
    }

    /** How many interactions it serves. */
    public int interactions() {
        return interactions;
    }

    @Override
    public void close() {
        server.stop();
    }
}
