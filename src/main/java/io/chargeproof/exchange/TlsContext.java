package io.chargeproof.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom an adapter trusts and as whom it shows itself, where the settings say more than the JVM. */
public final class TlsContext {
    private static final char[] NO_PASSWORD = new char[0];

    private TlsContext() {}

    /**
     * The context for these settings.
     *
     * @throws IllegalArgumentException where a file can't be used, with its name and the reason
     */
    public static SSLContext of(TransportSettings settings) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(settings.clientCertificate()), trustManagers(settings.ca()), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the secure channel can't be set up: " + e.getMessage(), e);
        }
    }

    private static KeyManager @Nullable [] keyManagers(@Nullable Path file)
            throws GeneralSecurityException, IOException {
        if (file == null) {
            return null;
        }
        Pem pem = Pem.read(file);
        List<X509Certificate> chain = pem.certificates();
        KeyStore store = emptyStore();
        store.setKeyEntry("client", pem.privateKey(chain.get(0)), NO_PASSWORD, chain.toArray(new X509Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static TrustManager @Nullable [] trustManagers(@Nullable Path file)
            throws GeneralSecurityException, IOException {
        if (file == null) {
            return null;
        }
        KeyStore store = emptyStore();
        int number = 0;
        for (X509Certificate each : Pem.read(file).certificates()) {
            store.setCertificateEntry("given-" + number++, each);
        }
        for (X509Certificate each : trustedByTheJvm()) {
            store.setCertificateEntry("jvm-" + number++, each);
        }
        return factoryOf(store).getTrustManagers();
    }

    private static List<X509Certificate> trustedByTheJvm() throws GeneralSecurityException {
        return Arrays.stream(factoryOf(null).getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
    }

    private static TrustManagerFactory factoryOf(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
