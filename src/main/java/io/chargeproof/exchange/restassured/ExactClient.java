package io.chargeproof.exchange.restassured;

import io.chargeproof.exchange.BoundedBytes;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.OutgoingHeaders;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.conn.BasicClientConnectionManager;
import org.apache.http.message.BasicHeader;
import org.apache.http.params.BasicHttpParams;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.BasicHttpProcessor;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * One exchange between REST Assured and the client that carries it: what goes out is put back to the request's own
 * address and headers, of what comes in no more is read than the limit, and either can be broken off.
 *
 * <p>REST Assured insists on this deprecated type; nothing of it is used but the type.
 */
@SuppressWarnings("deprecation")
final class ExactClient extends AbstractHttpClient {
    private final CloseableHttpClient carrier;
    private final HttpRequest exact;
    private final int maxAnswerBytes;
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile Instant started = Instant.EPOCH;
    private volatile long startNanos;
    private volatile @Nullable HttpUriRequest current;
    private volatile boolean brokenOff;
    private volatile boolean cut;

    ExactClient(CloseableHttpClient carrier, HttpRequest exact, int maxAnswerBytes) {
        super(null, null);
        this.carrier = carrier;
        this.exact = exact;
        this.maxAnswerBytes = maxAnswerBytes;
    }

    @Override
    public CloseableHttpResponse execute(HttpUriRequest request, HttpContext context) throws IOException {
        makeExact((HttpRequestBase) request);
        current = request;
        begin();
        if (brokenOff) {
            request.abort();
        }
        HttpClientContext own = HttpClientContext.create();
        if (exact.purpose().sharesConnection()) {
            own.setUserToken(exact.purpose().group());
        }
        CloseableHttpResponse response = carrier.execute(request, own);
        refuseWordsOfTheProxy(own, response);
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            response.setEntity(read(entity, request));
        }
        return response;
    }

    /** A refused tunnel comes back as if the target had answered. */
    private static void refuseWordsOfTheProxy(HttpClientContext context, CloseableHttpResponse response)
            throws IOException {
        if (context.getRequest().getRequestLine().getMethod().equals("CONNECT")) {
            response.close();
            throw new ConnectException(
                    "Tunnel failed, got: " + response.getStatusLine().getStatusCode());
        }
    }

    /** Waits until the request leaves: REST Assured's own start isn't the target's time. */
    void awaitBegin() throws InterruptedException {
        begun.await();
    }

    /** Marks the begin; also called where none comes, so that nobody waits for it. */
    void begin() {
        if (begun.getCount() > 0) {
            started = Instant.now();
            startNanos = System.nanoTime();
            begun.countDown();
        }
    }

    Instant started() {
        return started;
    }

    /** How long ago that was. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** Whether the body was longer than the limit. */
    boolean isCut() {
        return cut;
    }

    /** Closes the connection, wherever the exchange stands. */
    void breakOff() {
        brokenOff = true;
        HttpUriRequest running = current;
        if (running != null) {
            running.abort();
        }
    }

    private void makeExact(HttpRequestBase request) throws IOException {
        request.setURI(URI.create(exact.uri().toASCIIString()));
        request.setHeaders(OutgoingHeaders.of(exact).fields().stream()
                .map(ExactClient::header)
                .toArray(Header[]::new));
        // REST Assured's entity would bring a content type of its own.
        if (request instanceof HttpEntityEnclosingRequest enclosing && enclosing.getEntity() != null) {
            enclosing.setEntity(
                    new ByteArrayEntity(enclosing.getEntity().getContent().readAllBytes()));
        }
    }

    private static Header header(Headers.Field field) {
        return new BasicHeader(field.name(), field.value());
    }

    private HttpEntity read(HttpEntity entity, HttpUriRequest request) throws IOException {
        BoundedBytes bytes = new BoundedBytes(maxAnswerBytes);
        bytes.readFrom(entity.getContent());
        if (bytes.isFull()) {
            cut = true;
            request.abort();
        }
        return new ByteArrayEntity(bytes.body().bytes());
    }

    @Override
    protected ClientConnectionManager createClientConnectionManager() {
        return new BasicClientConnectionManager(new SchemeRegistry());
    }

    @Override
    protected HttpParams createHttpParams() {
        return new BasicHttpParams();
    }

    @Override
    protected BasicHttpProcessor createHttpProcessor() {
        return new BasicHttpProcessor();
    }
}
