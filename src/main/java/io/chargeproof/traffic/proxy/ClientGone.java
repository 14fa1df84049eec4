package io.chargeproof.traffic.proxy;

import java.io.IOException;

/** The client ended its connection, or is silent in the middle of a request. */
final class ClientGone extends IOException {
    private static final long serialVersionUID = 1L;

    ClientGone(IOException cause) {
        super("the client hung up", cause);
    }
}
