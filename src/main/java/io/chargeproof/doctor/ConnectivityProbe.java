package io.chargeproof.doctor;

import io.chargeproof.api.Clue;
import io.chargeproof.api.Diagnosis;
import io.chargeproof.api.Diagnosis.State;
import io.chargeproof.exchange.TlsContext;
import io.chargeproof.exchange.TransportSettings;
import io.chargeproof.profile.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Goes the way to an address without asking anything there: name, connection, secure channel. */
final class ConnectivityProbe {
    /** A connection is made sooner, or not at all. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private static final int SOON_DAYS = 30;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Connection connection;
    private final Duration timeout;

    ConnectivityProbe(Connection connection, Duration timeout) {
        this.connection = connection;
        this.timeout = timeout.compareTo(LONGEST) < 0 ? timeout : LONGEST;
    }

    /** What was met, as far as it led. */
    List<Diagnosis> to(String api, URI address) {
        List<Diagnosis> met = new ArrayList<>();
        URI first = connection.proxy() == null ? address : connection.proxy();
        met.add(name(api + (connection.proxy() == null ? " name" : " proxy's name"), first.getHost()));
        if (met.get(0).state() == State.FINE) {
            met.addAll(connect(api, address));
        }
        return met;
    }

    private static Diagnosis name(String step, String host) {
        try {
            List<String> addresses = Stream.of(InetAddress.getAllByName(host))
                    .map(InetAddress::getHostAddress)
                    .toList();
            return new Diagnosis(step, State.FINE, host + " is " + String.join(", ", addresses), "");
        } catch (UnknownHostException unknown) {
            return new Diagnosis(
                    step,
                    State.UNREACHABLE,
                    host + " has no address",
                    "look at the name in the profile, at the VPN, or give connection.proxy");
        }
    }

    private List<Diagnosis> connect(String api, URI address) {
        URI proxy = connection.proxy();
        boolean secure = isSecure(address);
        URI end = address;
        String port = "port ";
        Proxy tunnel = Proxy.NO_PROXY;
        if (proxy != null && secure) {
            tunnel = new Proxy(Proxy.Type.HTTP, socketAddress(proxy));
        } else if (proxy != null) {
            // What isn't secured is asked of a proxy request by request: many allow no tunnel to such ports.
            end = proxy;
            port = "the proxy's port ";
        }
        port += port(end);
        List<Diagnosis> met = new ArrayList<>();
        try (Socket socket = new Socket(tunnel)) {
            socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
            socket.connect(socketAddress(end), Math.toIntExact(timeout.toMillis()));
            met.add(new Diagnosis(api + " connection", State.FINE, port + " is open", ""));
            if (secure) {
                met.add(channel(api, socket, address));
            }
        } catch (IOException e) {
            met.add(new Diagnosis(
                    api + " connection",
                    State.UNREACHABLE,
                    port + " can't be reached: " + e.getMessage(),
                    "look at the port in the profile, at the VPN and the firewall, or give connection.proxy"));
        }
        return met;
    }

    private static InetSocketAddress socketAddress(URI address) {
        return new InetSocketAddress(address.getHost(), port(address));
    }

    private static int port(URI address) {
        int standard = isSecure(address) ? HTTPS : HTTP;
        return address.getPort() > 0 ? address.getPort() : standard;
    }

    private static boolean isSecure(URI address) {
        return address.getScheme().toLowerCase(Locale.ROOT).equals("https");
    }

    private Diagnosis channel(String api, Socket socket, URI address) {
        String host = address.getHost();
        String step = api + " TLS";
        TransportSettings settings =
                new TransportSettings(timeout, 1, null, connection.ca(), connection.clientCertificate());
        try {
            SSLSocket secure = (SSLSocket)
                    TlsContext.of(settings).getSocketFactory().createSocket(socket, host, port(address), true);
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            return expiry(
                    step,
                    secure.getSession().getPeerCertificates(),
                    secure.getSession().getProtocol());
        } catch (IOException e) {
            return new Diagnosis(
                    step,
                    State.UNREACHABLE,
                    "no secure channel: " + e.getMessage(),
                    connection.proxy() == null && Clue.isPlain(String.valueOf(e.getMessage()), address)
                            ? Clue.WITHOUT_TLS
                            : "where the target's authority isn't one that Java knows, name its certificate in connection.ca");
        }
    }

    private static Diagnosis expiry(String step, Certificate[] chain, String protocol) {
        Instant end = Arrays.stream(chain)
                .filter(X509Certificate.class::isInstance)
                .map(each -> ((X509Certificate) each).getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        boolean soon = Instant.now().plus(Duration.ofDays(SOON_DAYS)).isAfter(end);
        return new Diagnosis(
                step,
                soon ? State.NOTE : State.FINE,
                protocol + ", a trusted chain of " + chain.length + " that is valid until " + end,
                soon ? "have the certificate renewed" : "");
    }
}
