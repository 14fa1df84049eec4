package io.chargeproof.api;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.NoAnswer.Cause;
import io.chargeproof.exchange.WebPage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;

/** What is most likely wrong with an address at which nobody answers as expected: a sentence with the cure. */
public final class Clue {
    /** What to do where a secure channel was asked for and the port has none. */
    public static final String WITHOUT_TLS =
            "the port speaks without TLS; write http:// in the profile's address, or the port that has TLS";

    /** What comes of a handshake with a port that hangs up, or waits for a line of HTTP. */
    private static final Pattern CLOSED = Pattern.compile("(?i)terminated the handshake|timed out");

    private static final String HTTP = "HTTP/";
    private static final int PATIENCE_MILLIS = 2_000;
    private static final Set<Cause> CLOSED_ON = Set.of(Cause.RESET, Cause.NOT_HTTP);
    private static final Pattern PLAIN =
            Pattern.compile("(?i)plaintext connection|unsupported or unrecognized ssl message|not an ssl/tls record");
    private static final Pattern LOCATION = Pattern.compile("(?i)(https://[^/?#]+)(/[^?#]*)?.*");

    private Clue() {}

    /** The clue in what came, if there is one. */
    public static Optional<String> in(Exchange exchange, boolean direct) {
        return exchange.reply() instanceof NoAnswer none
                ? of(none, exchange.request().uri(), direct)
                : sentOn(exchange);
    }

    private static Optional<String> of(NoAnswer none, URI address, boolean direct) {
        if (none.cause() == Cause.TLS && direct && isPlain(none.detail(), address)) {
            return Optional.of(WITHOUT_TLS);
        }
        if (none.cause() == Cause.TIMEOUT) {
            return Optional.of("it takes the connection and then says nothing in time; look at host and port in the"
                    + " profile, at what stands in between, or raise limits.timeout");
        }
        return direct && CLOSED_ON.contains(none.cause()) && speaksTls(address)
                ? Optional.of("the port speaks TLS; write https:// in the profile's address")
                : Optional.empty();
    }

    /** Whether a secure channel failed because the port speaks without: some such ports answer, and some just close. */
    public static boolean isPlain(String failure, URI address) {
        return PLAIN.matcher(failure).find() || (CLOSED.matcher(failure).find() && speaksHttp(address));
    }

    private static boolean speaksHttp(URI address) {
        try (Socket socket = connected(address, 443)) {
            socket.getOutputStream().write("HEAD / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(HTTP.length());
            return new String(start, StandardCharsets.US_ASCII).equals(HTTP);
        } catch (IOException no) {
            return false;
        }
    }

    private static Socket connected(URI address, int standardPort) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(PATIENCE_MILLIS);
        int port = address.getPort() > 0 ? address.getPort() : standardPort;
        socket.connect(new InetSocketAddress(address.getHost(), port), PATIENCE_MILLIS);
        return socket;
    }

    /** From http to https on the same host. */
    private static Optional<String> sentOn(Exchange exchange) {
        URI address = exchange.request().uri();
        return exchange.answer()
                .filter(answer -> answer.status() >= 300 && answer.status() < 400)
                .flatMap(answer -> answer.headers().first("Location"))
                .map(LOCATION::matcher)
                .filter(there -> there.matches() && isPlainHttp(address) && isHost(there.group(1), address))
                .map(there ->
                        "it is at https; write " + WebPage.plain(there.group(1), 100) + " in the profile's address");
    }

    private static boolean isHost(String there, URI address) {
        String host = there.substring("https://".length()).replaceFirst(":\\d+$", "");
        return host.equalsIgnoreCase(address.getHost());
    }

    private static boolean isPlainHttp(URI address) {
        return address.getScheme().toLowerCase(Locale.ROOT).equals("http");
    }

    /** A handshake that comes as far as certificates tells, whether or not these are trusted. */
    private static boolean speaksTls(URI address) {
        if (!isPlainHttp(address)) {
            return false;
        }
        try (Socket socket = connected(address, 80)) {
            SSLSocket secure = (SSLSocket) SSLContext.getDefault()
                    .getSocketFactory()
                    .createSocket(socket, address.getHost(), socket.getPort(), true);
            secure.startHandshake();
            return true;
        } catch (SSLHandshakeException refused) {
            return !CLOSED.matcher(String.valueOf(refused.getMessage())).find();
        } catch (IOException | NoSuchAlgorithmException no) {
            return false;
        }
    }
}
