package io.chargeproof.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.consumer.MockHttpServer;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.V4Pact;
import com.sun.net.httpserver.HttpExchange;
import io.chargeproof.exchange.LoopbackHost;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Pact's own server of answers, for requests that were meant for this machine; it says why it refuses one. */
final class StubServer extends MockHttpServer {
    private static final int MISDIRECTED = 421;
    private static final int UNEXPECTED = 500;

    private final NearestInteraction nearest;

    StubServer(V4Pact pact, MockProviderConfig config, NearestInteraction nearest) {
        super(pact, config);
        this.nearest = nearest;
    }

    @Override
    public void handle(HttpExchange exchange) {
        try {
            if (!LoopbackHost.accepts(exchange.getRequestHeaders().getFirst("Host"))) {
                refuse(exchange, MISDIRECTED, "This stub serves http://127.0.0.1 and http://localhost alone.");
                return;
            }
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.setStreams(new ByteArrayInputStream(body), null);
            Optional<String> refusal = nearest.refusal(toPactRequest(exchange));
            exchange.setStreams(new ByteArrayInputStream(body), null);
            if (refusal.isPresent()) {
                refuse(exchange, UNEXPECTED, refusal.get());
            } else {
                super.handle(exchange);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
        try (exchange) {
            byte[] body = (why + "\n").getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(status, exchange.getRequestMethod().equals("HEAD") ? -1 : body.length);
            if (!exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
