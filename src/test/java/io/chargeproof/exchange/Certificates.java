package io.chargeproof.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** A small certificate authority with a server and clients, made by the JDK's keytool. */
public final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    public static Certificates in(Path folder) throws Exception {
        Certificates made = new Certificates(folder);
        made.keytool("-genkeypair", "-alias", "ca", "-dname", "CN=ca", "-keyalg", "EC", "-ext", "bc:c");
        made.keytool(signed("server", "RSA", "-ext", "san=ip:127.0.0.1"));
        made.keytool(signed("rsa", "RSA"));
        made.keytool(signed("ec", "EC"));
        return made;
    }

    /** The certificate of the authority. */
    public Path ca() throws Exception {
        return Files.writeString(folder.resolve("ca.pem"), certificate("ca"));
    }

    /** A client's certificate and key, the key as PKCS#8. */
    Path client(String alias) throws Exception {
        return Files.writeString(
                folder.resolve(alias + ".pem"), certificate(alias) + block("PRIVATE KEY", pkcs8(alias)));
    }

    /** The same with the key in the form that came before: PKCS#1 for RSA, SEC 1 for EC. */
    Path clientOfOld(String alias) throws Exception {
        String label = alias.equals("rsa") ? "RSA PRIVATE KEY" : "EC PRIVATE KEY";
        return Files.writeString(
                folder.resolve(alias + "-old.pem"),
                "Bag Attributes\n" + block(label, bare(pkcs8(alias))) + certificate(alias));
    }

    /** Sockets of a server whose certificate has expired. */
    public ServerSocketFactory expired() throws Exception {
        keytool(signed("expired", "EC", "-ext", "san=ip:127.0.0.1", "-startdate", "-10d"));
        return server("expired", false);
    }

    /** Sockets of a server with the certificate of another host. */
    public ServerSocketFactory ofAnotherHost() throws Exception {
        keytool(signed("elsewhere", "EC", "-ext", "san=dns:elsewhere.example.com"));
        return server("elsewhere", false);
    }

    /** Sockets of a server that vouches for itself. */
    public ServerSocketFactory selfSigned() throws Exception {
        keytool("-genkeypair", "-alias", "self", "-dname", "CN=self", "-keyalg", "EC", "-ext", "san=ip:127.0.0.1");
        return server("self", false);
    }

    /** The sockets of a server with the right certificate. */
    public ServerSocketFactory server() throws Exception {
        return server("server", false);
    }

    /** A server's sockets; it lets in only clients of this authority where it asks for them. */
    ServerSocketFactory server(boolean asksForClient) throws Exception {
        return server("server", asksForClient);
    }

    private ServerSocketFactory server(String alias, boolean asksForClient) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(only(alias), PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", store().getCertificate("ca"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return new Asking(context.getServerSocketFactory(), asksForClient);
    }

    private KeyStore only(String alias) throws Exception {
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        KeyStore all = store();
        one.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
        return one;
    }

    private String certificate(String alias) throws Exception {
        Certificate certificate = store().getCertificate(alias);
        return block("CERTIFICATE", certificate.getEncoded());
    }

    private byte[] pkcs8(String alias) throws Exception {
        return store().getKey(alias, PASSWORD).getEncoded();
    }

    /** The key within a PKCS#8 structure: what the last octet string on its first level holds. */
    private static byte[] bare(byte[] pkcs8) {
        int at = header(pkcs8, 0) + 3;
        at += header(pkcs8, at) + length(pkcs8, at);
        int from = at + header(pkcs8, at);
        return Arrays.copyOfRange(pkcs8, from, from + length(pkcs8, at));
    }

    private static int header(byte[] der, int at) {
        int first = der[at + 1] & 0xFF;
        return first < 0x80 ? 2 : 2 + (first & 0x7F);
    }

    private static int length(byte[] der, int at) {
        int value = 0;
        for (int i = at + Math.min(2, header(der, at) - 1); i < at + header(der, at); i++) {
            value = value << 8 | (der[i] & 0xFF);
        }
        return value;
    }

    private static String block(String label, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    private static String[] signed(String alias, String algorithm, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "-genkeypair", "-alias", alias, "-dname", "CN=" + alias, "-keyalg", algorithm, "-signer", "ca"));
        arguments.addAll(List.of(more));
        return arguments.toArray(new String[0]);
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-validity", "2", "-storetype", "PKCS12", "-storepass", new String(PASSWORD)));
        command.addAll(List.of("-keystore", keystore().toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
    }

    private KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore())) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private Path keystore() {
        return folder.resolve("all.p12");
    }

    private static final class Asking extends ServerSocketFactory {
        private final ServerSocketFactory sockets;
        private final boolean asksForClient;

        private Asking(ServerSocketFactory sockets, boolean asksForClient) {
            this.sockets = sockets;
            this.asksForClient = asksForClient;
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
            SSLServerSocket socket = (SSLServerSocket) sockets.createServerSocket(port, backlog, address);
            socket.setNeedClientAuth(asksForClient);
            return socket;
        }

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            throw new UnsupportedOperationException();
        }
    }
}
