package io.chargeproof.architecture.wrong.check;

import java.io.IOException;
import java.net.ServerSocket;

/** Reads what strangers send. */
final class OpensASocket {
    ServerSocket open() throws IOException {
        return new ServerSocket(0);
    }
}
