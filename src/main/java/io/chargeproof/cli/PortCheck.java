package io.chargeproof.cli;

import io.chargeproof.api.UsageException;

/** Whether a number is one of a port. */
final class PortCheck {
    private static final int LAST_PORT = 65_535;

    private PortCheck() {}

    /** Refuses any other number than that of a port, or 0 for any free one. */
    static void check(int port) {
        if (port < 0 || port > LAST_PORT) {
            throw new UsageException("--port takes a number from 1 to 65535, not " + port);
        }
    }
}
