package io.chargeproof.exchange;

import java.net.URI;
import java.util.Locale;

/**
 * Where an address leads, its path aside; two addresses of one origin share their secrets, others never do.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host's name or address, in lower case
 * @param port the port, also where the address leaves it to the scheme
 */
public record Origin(String scheme, String host, int port) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /**
     * The origin of an address.
     *
     * @throws IllegalArgumentException if the address has no host, or credentials before it
     */
    public static Origin of(URI address) {
        if (address.getScheme() == null || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("the address doesn't lead to one host");
        }
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? HTTPS : HTTP;
        return new Origin(scheme, address.getHost().toLowerCase(Locale.ROOT), port);
    }

    /** As an address begins. */
    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
