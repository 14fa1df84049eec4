package io.chargeproof.exchange;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request that reached this machine was meant for it. A page elsewhere can have its own name lead here, and
 * would be let read the answers; a browser then sends that name as {@code Host}. So it may be an address, or a name that
 * nobody can have led here from outside: {@code localhost}, a name without a dot, one under {@code .localhost},
 * {@code .test}, {@code .internal} or {@code .invalid}.
 */
public final class LoopbackHost {
    private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-f:.%]+]|[0-9.]+");
    private static final Pattern NAME = Pattern.compile(
            "(localhost\\.localdomain|[a-z0-9_-]+|[a-z0-9_.-]+\\.(localhost|test|internal|invalid))\\.?");

    private LoopbackHost() {}

    /** Whether a {@code Host} names this machine; a client that sends none is no browser. */
    public static boolean accepts(@Nullable String host) {
        if (host == null) {
            return true;
        }
        String name = host.strip().toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{0,5}$", "");
        return ADDRESS.matcher(name).matches() || NAME.matcher(name).matches();
    }
}
