package io.chargeproof.exchange.jdk;

import io.chargeproof.exchange.Failure;
import io.chargeproof.exchange.NoAnswer;
import java.util.regex.Pattern;

/** Tells a broken chunk from a broken connection: the client throws the same exception for both. */
final class JdkFailure {
    private static final Pattern BROKEN_CHUNK = Pattern.compile("(?i).*\\b(chunk size|chunk header|chunk length)\\b.*");

    private JdkFailure() {}

    static NoAnswer of(Throwable failure) {
        String message = failure.getMessage();
        return message != null && BROKEN_CHUNK.matcher(message).matches()
                ? Failure.notHttp(failure)
                : Failure.of(failure);
    }
}
