package io.chargeproof.exchange.jdk;

import io.chargeproof.exchange.Failure;
import io.chargeproof.exchange.NoAnswer;
import java.util.regex.Pattern;

/** Tells failures apart for which the client throws the same exception, by their messages. */
final class JdkFailure {
    private static final Pattern BROKEN_CHUNK = Pattern.compile("(?i).*\\b(chunk size|chunk header|chunk length)\\b.*");
    private static final Pattern PROXY_REFUSES = Pattern.compile("Tunnel failed, got: .*");

    private JdkFailure() {}

    static NoAnswer of(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (BROKEN_CHUNK.matcher(message).matches()) {
            return Failure.notHttp(failure);
        }
        return PROXY_REFUSES.matcher(message).matches() ? Failure.notConnected(failure) : Failure.of(failure);
    }
}
