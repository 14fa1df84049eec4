package io.chargeproof.exchange;

import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.exchange.restassured.RestAssuredTransport;
import java.util.function.Function;

/** The adapters that the contract of the port is held against. */
enum Adapter {
    JDK(JdkTransport::new),
    REST_ASSURED(RestAssuredTransport::new);

    private final Function<TransportSettings, Transport> maker;

    Adapter(Function<TransportSettings, Transport> maker) {
        this.maker = maker;
    }

    Transport with(TransportSettings settings) {
        return maker.apply(settings);
    }
}
