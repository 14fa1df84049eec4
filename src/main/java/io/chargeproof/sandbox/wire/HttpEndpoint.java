package io.chargeproof.sandbox.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port on the loopback address that hands every request to whoever answers. */
public final class HttpEndpoint implements AutoCloseable {
    private static final int MOST_DISCARDED = 64 << 20;

    static {
        // Read once, when the JDK's server is first used: without it a kept connection waits 40 ms for each answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // A connection that the server ends while a client is about to use it looks like a fault of the network.
        System.setProperty("sun.net.httpserver.idleInterval", "600");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final HttpServer server;
    private final ExecutorService threads;

    private HttpEndpoint(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Opens a port, 0 for any free one. */
    public static HttpEndpoint open(int port, Handler answering) {
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 1024);
            ExecutorService threads = Executors.newCachedThreadPool(HttpEndpoint::daemon);
            server.setExecutor(threads);
            server.createContext("/", exchange -> serve(exchange, answering));
            server.start();
            return new HttpEndpoint(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " on 127.0.0.1 can't be opened: " + e.getMessage(), e);
        }
    }

    /** Where it listens, such as {@code http://127.0.0.1:18080}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sandbox");
        thread.setDaemon(true);
        return thread;
    }

    private static void serve(HttpExchange exchange, Handler answering) throws IOException {
        try (exchange) {
            Request request = read(exchange);
            boolean local = LocalHost.is(exchange.getRequestHeaders().getFirst("Host"));
            send(exchange, local ? answered(request, answering) : LocalHost.MISDIRECTED);
        }
    }

    private static Answer answered(Request request, Handler answering) {
        try {
            return answering.answer(request);
        } catch (RuntimeException e) {
            return new Answer(
                    500, Map.of("content-type", "application/json"), Bytes.of("{\"message\":\"internal error\"}"));
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        InputStream body = exchange.getRequestBody();
        Bytes kept = Bytes.of(body.readNBytes(Request.LONGEST_BODY));
        boolean oversized = discard(body) > 0;
        return new Request(
                exchange.getRequestMethod(),
                Objects.requireNonNullElse(exchange.getRequestURI().getRawPath(), ""),
                new HeaderFields(exchange.getRequestHeaders()),
                kept,
                oversized,
                exchange.getRemoteAddress().toString());
    }

    /** Reads on, so that the client can finish sending and sees the answer. */
    private static long discard(InputStream body) throws IOException {
        byte[] buffer = new byte[8192];
        long total = 0;
        for (int read = body.read(buffer); read >= 0 && total < MOST_DISCARDED; read = body.read(buffer)) {
            total += read;
        }
        return total;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == 0) {
            return;
        }
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        boolean bodiless =
                answer.body().size() == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : length(answer));
        if (!bodiless) {
            exchange.getResponseBody().write(answer.body().bytes());
        }
    }

    /** The JDK takes 0 for a body in chunks. */
    private static long length(Answer answer) {
        return "chunked".equals(answer.headers().get("transfer-encoding"))
                ? 0
                : answer.body().size();
    }
}
