package io.chargeproof.traffic.rule;

import io.chargeproof.traffic.recording.RecordedExchange;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who is talked to: a host and port, and where the API begins there. What one target answers says nothing of another, such as
 * production beside staging.
 *
 * @param host the host's name or address, in lower case
 * @param port the port, or -1 where it is the one that its scheme has; a client that leaves TLS out talks to the same target
 * @param path the path, for EVC-net without that of a customer
 */
public record Target(String host, int port, String path) {
    private static final Pattern OF_CUSTOMERS = Pattern.compile("/api/rest/customer(/.*)?$");
    private static final Pattern SLASHES = Pattern.compile("/+$");
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** The target of a request. */
    public static Target of(RecordedExchange exchange) {
        URI uri = exchange.request().uri();
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        boolean usual = uri.getPort() == (secure ? HTTPS : HTTP);
        String path = OF_CUSTOMERS.matcher(String.valueOf(uri.getRawPath())).replaceFirst("");
        return new Target(
                uri.getHost().toLowerCase(Locale.ROOT),
                usual ? -1 : uri.getPort(),
                SLASHES.matcher(path).replaceFirst(""));
    }
}
