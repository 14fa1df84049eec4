package io.chargeproof.exchange.restassured;

import io.chargeproof.exchange.TlsContext;
import io.chargeproof.exchange.TransportSettings;
import java.net.URI;
import java.util.Locale;
import org.apache.http.HttpHost;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.Registry;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.DefaultHostnameVerifier;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.client.NoopUserTokenHandler;
import org.apache.http.impl.conn.ManagedHttpClientConnectionFactory;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.impl.entity.StrictContentLengthStrategy;
import org.apache.http.impl.io.DefaultHttpRequestWriterFactory;
import org.jspecify.annotations.Nullable;

/** Makes the client that carries REST Assured's requests: it keeps connections, and adds or follows nothing. */
final class ApacheClients {
    private static final int MAX_CONNECTIONS = 128;

    private ApacheClients() {}

    static CloseableHttpClient of(TransportSettings settings) {
        return HttpClients.custom()
                .setConnectionManager(connections(settings))
                .setDefaultRequestConfig(requestConfig(settings))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                // A connection is of a group where a request says so, and never of an account or a certificate.
                .setUserTokenHandler(NoopUserTokenHandler.INSTANCE)
                .build();
    }

    private static RequestConfig requestConfig(TransportSettings settings) {
        int connectMillis =
                Math.max(1, Math.toIntExact(settings.connectTimeout().toMillis()));
        return RequestConfig.custom()
                .setConnectTimeout(connectMillis)
                .setConnectionRequestTimeout(connectMillis)
                .setNormalizeUri(false)
                .setProxy(proxy(settings.proxy()))
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(TransportSettings settings) {
        ManagedHttpClientConnectionFactory connections = new ManagedHttpClientConnectionFactory(
                DefaultHttpRequestWriterFactory.INSTANCE,
                new StrictAnswers(),
                StrictContentLengthStrategy.INSTANCE,
                StrictContentLengthStrategy.INSTANCE);
        PoolingHttpClientConnectionManager manager =
                new PoolingHttpClientConnectionManager(sockets(settings), connections);
        manager.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setMessageConstraints(StrictAnswers.BOUNDS)
                .build());
        // A request on a connection that the target has closed meanwhile would be lost: look first, for a millisecond.
        manager.setValidateAfterInactivity(1);
        manager.setMaxTotal(MAX_CONNECTIONS);
        manager.setDefaultMaxPerRoute(MAX_CONNECTIONS);
        return manager;
    }

    private static Registry<ConnectionSocketFactory> sockets(TransportSettings settings) {
        return RegistryBuilder.<ConnectionSocketFactory>create()
                .register("http", PlainConnectionSocketFactory.INSTANCE)
                .register(
                        "https", new SSLConnectionSocketFactory(TlsContext.of(settings), new DefaultHostnameVerifier()))
                .build();
    }

    private static @Nullable HttpHost proxy(@Nullable URI proxy) {
        return proxy == null
                ? null
                : new HttpHost(
                        proxy.getHost(), proxy.getPort(), proxy.getScheme().toLowerCase(Locale.ROOT));
    }
}
