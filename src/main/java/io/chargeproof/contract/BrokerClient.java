package io.chargeproof.contract;

import au.com.dius.pact.core.pactbroker.IHalClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClientConfig;
import java.net.URI;
import java.util.HashMap;
import java.util.function.Supplier;

/** Pact JVM's client of brokers, which goes our way to them. */
final class BrokerClient extends PactBrokerClient {
    private final Supplier<BrokerHal> way;

    BrokerClient(URI broker, Supplier<BrokerHal> way) {
        super(broker.toString(), new HashMap<>(), new PactBrokerClientConfig());
        this.way = way;
    }

    @Override
    public IHalClient newHalClient() {
        return way.get();
    }
}
