package io.chargeproof.exchange;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an adapter reaches the target, and within which bounds.
 *
 * @param timeout the deadline over one whole exchange: connecting, sending and reading to the last byte
 * @param maxAnswerBytes how much of an answer's body is read, before and after its content coding is undone
 * @param proxy the proxy as {@code http://host:port}, or null for none
 * @param ca a PEM file of certificates that are trusted beside those of the JVM, or null
 * @param clientCertificate a PEM file of a certificate, its chain and its unencrypted private key, or null
 */
public record TransportSettings(
        Duration timeout,
        int maxAnswerBytes,
        @Nullable URI proxy,
        @Nullable Path ca,
        @Nullable Path clientCertificate) {
    private static final int ONE_MEBIBYTE = 1 << 20;

    public TransportSettings {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout is longer than nothing, not " + timeout);
        }
        if (maxAnswerBytes < 1) {
            throw new IllegalArgumentException("an answer may have at least one byte, not " + maxAnswerBytes);
        }
        if (proxy != null && !isProxy(proxy)) {
            throw new IllegalArgumentException("a proxy is written http://host:port, without credentials or path");
        }
    }

    /** This timeout, answers of up to 1 MiB, a direct connection, and the trust of the JVM. */
    public static TransportSettings of(Duration timeout) {
        return new TransportSettings(timeout, ONE_MEBIBYTE, null, null, null);
    }

    /**
     * How long making a connection may take: a little less than the whole, so that a target that can't be reached is
     * told from one that doesn't answer.
     */
    public Duration connectTimeout() {
        return timeout.minus(timeout.dividedBy(10));
    }

    private static boolean isProxy(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme())
                && uri.getHost() != null
                && uri.getPort() > 0
                && uri.getRawUserInfo() == null
                && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
    }
}
