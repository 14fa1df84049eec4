package io.chargeproof.contract;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Serves the answers of pacts on this machine, to develop a consumer against; it knows no states. */
public final class Stub implements AutoCloseable {
    private final StubServer server;
    private final int interactions;

    private Stub(StubServer server, int interactions) {
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
        try {
            return new Stub(new StubServer(new NearestInteraction(sound), port), sound.size());
        } catch (IOException e) {
            throw ContractFault.configuration("port " + port + " on 127.0.0.1 can't be opened: "
                    + PactReading.oneLine(e) + "; end what listens there, or give another --port");
        }
    }

    /** Where it is. */
    public URI address() {
        return server.address();
    }

    /** How many interactions it serves. */
    public int interactions() {
        return interactions;
    }

    @Override
    public void close() {
        server.close();
    }
}
