package io.chargeproof.exchange;

import io.chargeproof.exchange.NoAnswer.Cause;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Puts the failure of a client into the words of the harness. */
public final class Failure {
    private static final Map<Class<? extends Throwable>, Cause> CAUSES = causes();

    private Failure() {}

    /** The reason for no answer that an exception tells of: by the first in its chain that tells of any. */
    public static NoAnswer of(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            Optional<Cause> cause = causeOf(each);
            if (cause.isPresent()) {
                return new NoAnswer(cause.get(), inWords(cause.get()) + said(each));
            }
        }
        return new NoAnswer(Cause.RESET, inWords(Cause.RESET) + said(failure));
    }

    /** The deadline passed. */
    public static NoAnswer timeout(Duration deadline) {
        return new NoAnswer(Cause.TIMEOUT, "timeout: no complete answer within " + deadline.toMillis() + " ms");
    }

    /** Somebody told the waiting thread to stop. */
    public static NoAnswer interrupted() {
        return new NoAnswer(Cause.RESET, "interrupted while waiting for the answer");
    }

    /** What came breaks the rules of HTTP. */
    public static NoAnswer notHttp(Throwable failure) {
        return new NoAnswer(Cause.NOT_HTTP, inWords(Cause.NOT_HTTP) + said(failure));
    }

    private static Optional<Cause> causeOf(Throwable failure) {
        // A name without an address hides behind a ConnectException in the JDK's client.
        if (failure.getCause() instanceof UnresolvedAddressException) {
            return Optional.of(Cause.UNKNOWN_HOST);
        }
        return CAUSES.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(failure))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<Class<? extends Throwable>, Cause> causes() {
        Map<Class<? extends Throwable>, Cause> causes = new LinkedHashMap<>();
        causes.put(UnknownHostException.class, Cause.UNKNOWN_HOST);
        causes.put(UnresolvedAddressException.class, Cause.UNKNOWN_HOST);
        causes.put(HttpConnectTimeoutException.class, Cause.NOT_CONNECTED);
        causes.put(ConnectException.class, Cause.NOT_CONNECTED);
        causes.put(NoRouteToHostException.class, Cause.NOT_CONNECTED);
        causes.put(SSLException.class, Cause.TLS);
        causes.put(HttpTimeoutException.class, Cause.TIMEOUT);
        causes.put(SocketTimeoutException.class, Cause.TIMEOUT);
        causes.put(ProtocolException.class, Cause.NOT_HTTP);
        causes.put(CharacterCodingException.class, Cause.NOT_HTTP);
        causes.put(IllegalArgumentException.class, Cause.NOT_HTTP);
        return causes;
    }

    private static String inWords(Cause cause) {
        return switch (cause) {
            case UNKNOWN_HOST -> "the host's name has no address";
            case NOT_CONNECTED -> "no connection";
            case TLS -> "no secure channel";
            case TIMEOUT -> "timeout";
            case RESET -> "the connection ended before the answer was complete";
            case NOT_HTTP -> "what came isn't HTTP";
            case BUDGET_SPENT -> "the budget is spent";
        };
    }

    private static String said(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? "" : ": " + message;
    }
}
