package io.chargeproof.sandbox;

import java.util.List;

/**
 * How a sandbox is started.
 *
 * @param port the port it listens on, 0 for any free one
 * @param defects ids of the requirements' breaches that it commits
 * @param variants ids of the liberties that it takes
 */
public record SandboxOptions(int port, List<String> defects, List<String> variants) {
    public SandboxOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is a number from 0 (any free one) to 65535, not " + port);
        }
        defects = List.copyOf(defects);
        variants = List.copyOf(variants);
    }

    /** A sandbox without fault on any free port. */
    public static SandboxOptions correct() {
        return new SandboxOptions(0, List.of(), List.of());
    }
}
