package io.chargeproof.exchange;

import io.chargeproof.exchange.NoAnswer.Cause;
import java.io.IOException;
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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Puts the failure of a client into the words of the harness. */
public final class Failure {
    private static final Map<Class<? extends Throwable>, Cause> CAUSES = causes();

    private Failure() {}

    /**
     * The reason for no answer that an exception tells of: by the first in its chain that tells of any.
     *
     * @throws IllegalStateException where it tells of none, nor of input or output: then the harness is at fault
     */
    public static NoAnswer of(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            Optional<Cause> cause = causeOf(each);
            if (cause.isPresent()) {
                return new NoAnswer(cause.get(), inWords(cause.get()) + said(each));
            }
        }
        if (!isOfTheConnection(failure)) {
            throw new IllegalStateException("a request couldn't be sent: " + failure, failure);
        }
        return new NoAnswer(Cause.RESET, inWords(Cause.RESET) + said(failure));
    }

    private static boolean isOfTheConnection(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(IOException.class::isInstance);
    }

    /** The deadline passed. */
    public static NoAnswer timeout(Duration deadline) {
        return new NoAnswer(Cause.TIMEOUT, "timeout: no complete answer within " + deadline.toMillis() + " ms");
    }

    /** Somebody told the waiting thread to stop. */
    public static NoAnswer interrupted() {
        return new NoAnswer(Cause.RESET, "interrupted while waiting for the answer");
    }

    /** No connection could be made. */
    public static NoAnswer notConnected(Throwable failure) {
        return new NoAnswer(Cause.NOT_CONNECTED, inWords(Cause.NOT_CONNECTED) + said(failure));
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
        causes.put(NumberFormatException.class, Cause.NOT_HTTP);
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
            case GIVEN_UP -> "the target doesn't answer any more";
            case WITHHELD -> "nothing was sent";
            case IN_USE -> "somebody else is using it";
        };
    }

    private static String said(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? "" : ": " + message;
    }
}
