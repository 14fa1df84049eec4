package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** Whether a number is one of a port, and the port is free. */
final class PortCheck {
    private static final int LAST_PORT = 65_535;

    private PortCheck() {}

    /** Refuses any other number than that of a port, or 0 for any free one. */
    static void check(int port) {
        if (port < 0 || port > LAST_PORT) {
            throw new UsageException("--port takes a number from 1 to 65535, not " + port);
        }
    }

    /** What was opened at a port, or what to do where it can't be. */
    static <S> S opened(Supplier<S> opening) {
        try {
            return opening.get();
        } catch (UncheckedIOException unable) {
            throw new UsageException(unable.getMessage() + "; end what listens there, or give another --port");
        }
    }
}
