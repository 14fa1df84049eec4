package io.chargeproof.sandbox.wire;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names by which the sandbox can be asked: those that no page elsewhere can have lead to this machine, or it could
 * read the answers. They are addresses, names without a dot, and names under domains that are kept for local use.
 */
final class LocalHost {
    private static final Pattern LOCAL = Pattern.compile(
            "(?i)(\\[[0-9a-f:.%]+]|[0-9.]+|[a-z0-9_-]+|localhost\\.localdomain|[a-z0-9_.-]+\\.(localhost|test|internal|invalid))"
                    + "\\.?(:[0-9]*)?");

    /** The answer to a request under another name. */
    static final Answer MISDIRECTED = new Answer(
            421,
            java.util.Map.of("content-type", "application/json"),
            Bytes.of("{\"message\":\"the sandbox serves http://127.0.0.1 and http://localhost alone\"}"));

    private LocalHost() {}

    static boolean is(@Nullable String host) {
        return host == null
                || LOCAL.matcher(host.strip().toLowerCase(Locale.ROOT)).matches();
    }
}
