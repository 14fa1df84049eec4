package io.chargeproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A target that answers as a test says, and keeps every request that reached it. */
final class LoopbackServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<Request> received = new CopyOnWriteArrayList<>();

    private LoopbackServer(Function<Request, Reply> answering) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(workers);
        server.createContext("/", exchange -> answer(exchange, answering));
        server.start();
    }

    /** What a server got. */
    record Request(String method, String path, Map<String, List<String>> headers, String body) {
        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    /** What a server answers. */
    record Reply(int status, String type, String body, Map<String, String> headers) {
        Reply(int status, String type, String body) {
            this(status, type, body, Map.of());
        }

        static Reply json(int status, String body) {
            return new Reply(status, "application/json", body);
        }
    }

    static LoopbackServer answering(Function<Request, Reply> answering) {
        return new LoopbackServer(answering);
    }

    /** Hands each request to another server and its answer back. */
    static LoopbackServer before(URI other) {
        return new LoopbackServer(passingTo(other));
    }

    /** What another server answers. */
    static Function<Request, Reply> passingTo(URI other) {
        HttpClient client = HttpClient.newHttpClient();
        return request -> {
            HttpRequest.Builder passed = HttpRequest.newBuilder(other.resolve(request.path()));
            List.of("Authorization", "Content-type", "Accept", "X-request-id", "X-api-version")
                    .forEach(name -> request.headers()
                            .getOrDefault(name, List.of())
                            .forEach(value -> passed.header(name, value)));
            passed.method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()));
            try {
                HttpResponse<String> answer = client.send(passed.build(), HttpResponse.BodyHandlers.ofString());
                return Reply.json(answer.statusCode(), answer.body());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private void answer(HttpExchange exchange, Function<Request, Reply> answering) throws IOException {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            received.add(request);
            Reply reply = answering.apply(request);
            byte[] body = reply.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Request> received() {
        return List.copyOf(received);
    }

    /** The profile of a target at this address, with everything that scenarios of depth smoke need. */
    String profile() {
        return profile(address());
    }

    static String profile(URI address) {
        return """
                name: stand-in
                kind: sandbox
                evc-net:
                  base-url: %1$s
                  token: evc-token-0001
                  cards: [NL-TST0000001-A1, NL-TST0000002-A1]
                oioi:
                  endpoint: %1$s/api/v4/request
                  api-key: oioi-key-0001
                  users:
                    primary: {username: anneke, token: user-token-0001, evco-id: DE*8PS*123456*7, rfid: 04E1A2B3}
                limits: {timeout: 5s, retries: 0}
                depth: smoke
                """.formatted(address);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
