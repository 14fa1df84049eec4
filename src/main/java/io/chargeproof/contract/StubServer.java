package io.chargeproof.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.consumer.MockHttpServer;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.V4Pact;
import com.sun.net.httpserver.HttpExchange;
import io.chargeproof.exchange.LoopbackHost;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Pact's own server of answers, for requests that were meant for this machine. */
final class StubServer extends MockHttpServer {
    private static final int MISDIRECTED = 421;

    StubServer(V4Pact pact, MockProviderConfig config) {
        super(pact, config);
    }

    @Override
    public void handle(HttpExchange exchange) {
        if (LoopbackHost.accepts(exchange.getRequestHeaders().getFirst("Host"))) {
            super.handle(exchange);
            return;
        }
        try (exchange) {
            byte[] body = "This stub serves http://127.0.0.1 and http://localhost alone.\n".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(MISDIRECTED, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
