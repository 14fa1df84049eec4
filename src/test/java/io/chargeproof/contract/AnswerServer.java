package io.chargeproof.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Providers that give one answer each, whatever they are asked: the one of case 7 is below {@code /7}. Every state is set up
 * at {@code /7/states}.
 */
final class AnswerServer implements AutoCloseable {
    private static final Answer STATE =
            new Answer(200, Map.of("Content-Type", List.of("application/json")), "{\"id\": 7}");

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<Answer> answers;

    AnswerServer(List<Answer> answers) {
        this.answers = List.copyOf(answers);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String number = exchange.getRequestURI().getRawPath().split("/", -1)[1];
            boolean isState = exchange.getRequestURI().getRawPath().endsWith("/states");
            Answer answer = isState ? STATE : answers.get(Integer.parseInt(number));
            byte[] body = answer.body().getBytes(UTF_8);
            answer.headers()
                    .forEach((name, values) -> exchange.getResponseHeaders().put(name, List.copyOf(values)));
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Where the provider of a case is. */
    URI address(int number) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + number);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
