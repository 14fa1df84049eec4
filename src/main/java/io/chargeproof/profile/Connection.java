package io.chargeproof.profile;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the target is reached.
 *
 * @param proxy an HTTP proxy
 * @param ca a PEM file of certificates that are trusted beside the JVM's own
 * @param clientCertificate a PEM file of a client certificate and its private key
 */
public record Connection(
        @Nullable URI proxy, @Nullable Path ca, @Nullable Path clientCertificate) {
    /** Straight, with the JVM's own trust. */
    public static final Connection DIRECT = new Connection(null, null, null);
}
