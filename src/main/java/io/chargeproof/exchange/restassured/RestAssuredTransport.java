package io.chargeproof.exchange.restassured;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Failure;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.OutgoingHeaders;
import io.chargeproof.exchange.RawAnswer;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.TransportSettings;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * The port on REST Assured. Each exchange runs on a thread of its own, so that whoever waits for it is free at the
 * deadline even where the name service or the socket isn't.
 */
public final class RestAssuredTransport implements Transport, AutoCloseable {
    private final TransportSettings settings;
    private final CloseableHttpClient carrier;
    private final ExecutorService threads = Executors.newCachedThreadPool(RestAssuredTransport::daemon);

    /** An adapter that keeps its connections for later requests. */
    public RestAssuredTransport(TransportSettings settings) {
        this.settings = settings;
        this.carrier = ApacheClients.of(settings);
    }

    @Override
    public Exchange send(HttpRequest request) {
        OutgoingHeaders.of(request);
        ExactClient client = new ExactClient(carrier, request, settings.maxAnswerBytes());
        Reply reply = reply(request, client);
        return new Exchange(0, request, reply, 1, client.started(), client.elapsed());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            carrier.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the connections can't be closed", e);
        }
    }

    private Reply reply(HttpRequest request, ExactClient client) {
        Future<RawAnswer> pending = threads.submit(() -> exchange(request, client));
        try {
            client.awaitBegin();
            return pending.get(settings.timeout().toNanos(), TimeUnit.NANOSECONDS)
                    .under(settings);
        } catch (TimeoutException e) {
            client.breakOff();
            return Failure.timeout(settings.timeout());
        } catch (InterruptedException e) {
            client.breakOff();
            Thread.currentThread().interrupt();
            return Failure.interrupted();
        } catch (ExecutionException e) {
            return ApacheFailure.of(e.getCause() == null ? e : e.getCause());
        }
    }

    private static RawAnswer exchange(HttpRequest request, ExactClient client) {
        try {
            Response response =
                    Specification.of(request, client).request(request.method().name(), Specification.target(request));
            List<Headers.Field> fields = response.headers().asList().stream()
                    .map(header -> new Headers.Field(header.getName(), header.getValue()))
                    .toList();
            return new RawAnswer(
                    response.statusCode(), new Headers(fields), Body.of(response.asByteArray()), client.isCut());
        } finally {
            client.begin();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "exchange");
        thread.setDaemon(true);
        return thread;
    }
}
