package io.chargeproof.traffic.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.chargeproof.exchange.Origin;
import io.chargeproof.exchange.TransportSettings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A connection to a target, through the proxy of the profile and with TLS where the address says so. */
final class TargetConnection implements AutoCloseable {
    private static final long FRESH_NANOS = 5_000_000_000L;
    private static final int OK = 200;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final int patience;
    private long lastUse = System.nanoTime();

    private TargetConnection(Socket socket, int patience) throws IOException {
        this.socket = socket;
        this.patience = patience;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Connects within the settings' time. */
    static TargetConnection open(Origin origin, TransportSettings settings, SSLContext tls) throws IOException {
        int patience = (int) Math.min(Integer.MAX_VALUE, settings.timeout().toMillis());
        int connecting = (int) Math.max(1, settings.connectTimeout().toMillis());
        Socket socket = new Socket();
        try {
            URI proxy = settings.proxy();
            socket.connect(
                    proxy == null
                            ? address(origin.host().replaceAll("^\\[|]$", ""), origin.port())
                            : address(proxy.getHost(), proxy.getPort()),
                    connecting);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(patience);
            if (proxy != null && isSecure(origin)) {
                tunnel(socket, origin);
            }
            return new TargetConnection(isSecure(origin) ? secured(socket, origin, tls) : socket, patience);
        } catch (IOException | RuntimeException unable) {
            socket.close();
            throw unable;
        }
    }

    private static boolean isSecure(Origin origin) {
        return origin.scheme().equals("https");
    }

    private static InetSocketAddress address(@Nullable String host, int port) throws UnknownHostException {
        InetSocketAddress address = new InetSocketAddress(String.valueOf(host), port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        return address;
    }

    private static void tunnel(Socket socket, Origin origin) throws IOException {
        String authority = origin.host() + ":" + origin.port();
        socket.getOutputStream()
                .write(("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n\r\n").getBytes(ISO_8859_1));
        MessageHead answer = MessageHead.read(socket.getInputStream())
                .orElseThrow(() -> new ProtocolException("the proxy ended the connection"));
        if (answer.status() != OK) {
            throw new ProtocolException("the proxy answers HTTP " + answer.status() + " to CONNECT");
        }
    }

    private static Socket secured(Socket socket, Origin origin, SSLContext tls) throws IOException {
        String host = origin.host().replaceAll("^\\[|]$", "");
        SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, host, origin.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    /** Says that an exchange is over on it. */
    void rests() {
        lastUse = System.nanoTime();
    }

    /** Whether it was used a moment ago, and the target hasn't ended it or said anything since. */
    boolean isUsable() {
        if (System.nanoTime() - lastUse > FRESH_NANOS) {
            return false;
        }
        try {
            socket.setSoTimeout(1);
            return isSilent();
        } catch (IOException ended) {
            return false;
        }
    }

    private boolean isSilent() throws IOException {
        try {
            int unused = in.read();
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        } finally {
            socket.setSoTimeout(patience);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed either way.
        }
    }
}
