package com.example.petty;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves OIOI's user-get-details, and of OIOI nothing else. */
public final class PettyProvider implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final String apiKey;
    private final Drivers drivers;
    private final HttpServer server;

    private record Answer(int status, int code, String message, Map<String, Object> user) {
        Answer(int status, int code, String message) {
            this(status, code, message, null);
        }
    }

    /** Serves these drivers on a port of the system's choice. */
    PettyProvider(Drivers drivers, String apiKey) throws IOException {
        this.drivers = drivers;
        this.apiKey = apiKey;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v4/request", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it is served. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            Answer answer = answer(exchange, request);
            Map<String, Object> body = new LinkedHashMap<>();
            if (answer.user() != null) {
                body.put("user", answer.user());
            }
            body.put("result", Map.of("code", answer.code(), "message", answer.message()));
            byte[] bytes = json.writeValueAsBytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer answer(HttpExchange exchange, byte[] request) {
        if (!("key=" + apiKey).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return new Answer(403, 210, "This API key isn't known here.");
        }
        try {
            return exchange.getRequestMethod().equals("POST") ? answer(json.readTree(request)) : malformed();
        } catch (JsonProcessingException e) {
            return malformed();
        } catch (IOException | SQLException e) {
            e.printStackTrace();
            return new Answer(503, 310, "The service is out of order.");
        }
    }

    private Answer answer(JsonNode call) throws SQLException {
        JsonNode user = call.path("user-get-details").path("user");
        Optional<String> type = text(user, "identifier-type");
        Optional<String> identifier = text(user, "identifier");
        boolean isWellFormed = call.size() == 1
                && type.filter(Drivers::areFoundBy).isPresent()
                && identifier.filter(each -> !each.isEmpty()).isPresent()
                && (user.path("token").isMissingNode()
                        || user.path("token").isNull()
                        || user.path("token").isTextual());
        return isWellFormed
                ? details(type.get(), identifier.get(), text(user, "token").orElse(""))
                : malformed();
    }

    private Answer details(String type, String identifier, String token) throws SQLException {
        Optional<Drivers.Driver> driver = drivers.find(type, identifier);
        if (driver.isEmpty()) {
            return type.equals("username")
                    ? new Answer(401, 144, "Authentication failed: Email does not exist")
                    : new Answer(401, 140, "Authentication failed: No positive authentication response");
        }
        if (!driver.get().hasToken(token)) {
            return new Answer(401, 145, "Authentication failed: User token not valid");
        }
        return new Answer(200, 0, "Success.", driver.get().details());
    }

    private static Answer malformed() {
        return new Answer(400, 230, "The request isn't one that this service understands.");
    }

    private static Optional<String> text(JsonNode node, String member) {
        return Optional.ofNullable(node.path(member).textValue());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        drivers.close();
    }
}
