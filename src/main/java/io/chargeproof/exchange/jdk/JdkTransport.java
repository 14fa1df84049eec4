package io.chargeproof.exchange.jdk;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Failure;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.OutgoingHeaders;
import io.chargeproof.exchange.RawAnswer;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.TlsContext;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.TransportSettings;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The port on the JDK's client, HTTP/1.1 only. Three things it can't be talked out of: header names of an answer come
 * in lower case; a GET that got no answer at all is sent once more; before Java 19 a GET bears {@code Content-Length: 0}.
 */
public final class JdkTransport implements Transport, AutoCloseable {
    private final TransportSettings settings;
    private final HttpClient client;

    /** An adapter that keeps its connections for later requests. */
    public JdkTransport(TransportSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .proxy(proxy(settings.proxy()))
                .sslContext(TlsContext.of(settings))
                // On the thread that reads: nothing that is done there waits, and handing it over costs more.
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Exchange send(HttpRequest request) {
        java.net.http.HttpRequest outgoing = outgoing(request);
        Instant started = Instant.now();
        long start = System.nanoTime();
        Reply reply = reply(outgoing);
        return new Exchange(0, request, reply, 1, started, Duration.ofNanos(System.nanoTime() - start));
    }

    @Override
    public void close() {
        // Before Java 21 the client can't be closed: it ends once nothing refers to it.
    }

    private Reply reply(java.net.http.HttpRequest outgoing) {
        BoundedSubscriber body = new BoundedSubscriber(settings.maxAnswerBytes());
        CompletableFuture<HttpResponse<Body>> pending = client.sendAsync(outgoing, info -> body);
        try {
            if (!isDoneInTime(pending)) {
                drop(pending, body);
                return Failure.timeout(settings.timeout());
            }
            return raw(pending.join(), body.isCut()).under(settings);
        } catch (InterruptedException e) {
            drop(pending, body);
            Thread.currentThread().interrupt();
            return Failure.interrupted();
        } catch (CompletionException e) {
            return JdkFailure.of(e.getCause() == null ? e : e.getCause());
        }
    }

    /** A latch, since waiting for a future lets a fork-join pool grow by a thread for each one that waits. */
    private boolean isDoneInTime(CompletableFuture<?> pending) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<?> unused = pending.whenComplete((answer, failure) -> done.countDown());
        return done.await(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void drop(CompletableFuture<?> pending, BoundedSubscriber body) {
        pending.cancel(true);
        body.drop();
    }

    private static RawAnswer raw(HttpResponse<Body> response, boolean cut) {
        List<Headers.Field> fields = new ArrayList<>();
        response.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> fields.add(new Headers.Field(name, value))));
        return new RawAnswer(response.statusCode(), new Headers(fields), response.body(), cut);
    }

    private static java.net.http.HttpRequest outgoing(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder =
                java.net.http.HttpRequest.newBuilder(URI.create(request.uri().toASCIIString()));
        OutgoingHeaders.of(request).fields().forEach(field -> builder.header(field.name(), field.value()));
        return withMethod(builder, request).build();
    }

    private static java.net.http.HttpRequest.Builder withMethod(
            java.net.http.HttpRequest.Builder builder, HttpRequest request) {
        BodyPublisher body = BodyPublishers.ofByteArray(request.body().bytes());
        if (!request.body().isEmpty()) {
            return builder.method(request.method().name(), body);
        }
        return switch (request.method()) {
            case GET -> builder.GET();
            case DELETE -> builder.DELETE();
            case HEAD, OPTIONS, TRACE, POST, PUT, PATCH ->
                builder.method(request.method().name(), BodyPublishers.noBody());
        };
    }

    private static ProxySelector proxy(@Nullable URI proxy) {
        return proxy == null
                ? HttpClient.Builder.NO_PROXY
                : ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort()));
    }
}
