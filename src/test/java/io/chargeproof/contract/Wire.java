package io.chargeproof.contract;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.TransportSettings;
import io.chargeproof.exchange.jdk.JdkTransport;
import java.time.Duration;

/** The way on which consumers reach their provider. */
final class Wire {
    private Wire() {}

    static Exchange send(HttpRequest request) {
        try (JdkTransport transport = new JdkTransport(TransportSettings.of(Duration.ofSeconds(20)))) {
            return transport.send(request);
        }
    }
}
