package io.chargeproof.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.matchers.generators.ArrayContainsJsonGenerator;
import au.com.dius.pact.core.matchers.generators.DefaultResponseGenerator;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chargeproof.contract.matching.Comparison;
import io.chargeproof.contract.matching.PromisedRequest;
import io.chargeproof.contract.matching.RequestComparison;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.LoopbackHost;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Answers requests that were meant for this machine as pacts have it, and says why it refuses one. */
final class StubServer implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int MISDIRECTED = 421;
    private static final int UNEXPECTED = 500;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final NearestInteraction interactions;

    StubServer(NearestInteraction interactions, int port) throws IOException {
        // Without it, clients that keep their connection wait some 40 ms for each answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.interactions = interactions;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!LoopbackHost.accepts(exchange.getRequestHeaders().getFirst("Host"))) {
                refuse(exchange, MISDIRECTED, "This stub serves http://127.0.0.1 and http://localhost alone.");
                return;
            }
            NearestInteraction.Found found = interactions.of(asked(exchange));
            if (found.contract() == null) {
                refuse(exchange, UNEXPECTED, found.refusal());
            } else {
                answer(exchange, response(found.contract()));
            }
        } catch (RuntimeException fault) {
            refuse(exchange, UNEXPECTED, "The stub failed at this request: " + PactReading.oneLine(fault));
        }
    }

    private static RequestComparison.Asked asked(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        URI address = exchange.getRequestURI();
        return new RequestComparison.Asked(
                exchange.getRequestMethod(),
                address.getRawPath(),
                PromisedRequest.parameters(address.getRawQuery()),
                new Comparison.Answered(0, headers, Body.of(body(exchange))));
    }

    /** The body with its content coding undone. */
    private static byte[] body(HttpExchange exchange) throws IOException {
        String coding = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream in = exchange.getRequestBody()) {
            return switch (coding.toLowerCase(Locale.ROOT)) {
                case "gzip" -> new GZIPInputStream(in).readAllBytes();
                case "deflate" -> new InflaterInputStream(in).readAllBytes();
                default -> in.readAllBytes();
            };
        }
    }

    private IResponse response(Contract contract) {
        Map<String, Object> context = new HashMap<>();
        context.put(
                "mockServer",
                Map.of("href", address().toString(), "port", server.getAddress().getPort()));
        context.put("ArrayContainsJsonGenerator", ArrayContainsJsonGenerator.INSTANCE);
        return DefaultResponseGenerator.INSTANCE.generateResponse(
                contract.http().getResponse(), context, GeneratorTestMode.Consumer, List.of(), Map.of());
    }

    private static void answer(HttpExchange exchange, IResponse response) throws IOException {
        response.getHeaders()
                .forEach((name, values) -> exchange.getResponseHeaders().put(name, List.copyOf(values)));
        byte[] body = response.getBody().isPresent() ? response.getBody().unwrap() : new byte[0];
        if (body.length > 0 && !exchange.getResponseHeaders().containsKey("Content-Type")) {
            exchange.getResponseHeaders().set("Content-Type", String.valueOf(response.determineContentType()));
        }
        send(exchange, response.getStatus(), body);
    }

    private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        send(exchange, status, (why + "\n").getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean withoutBody = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, withoutBody ? -1 : body.length);
        if (!withoutBody) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
