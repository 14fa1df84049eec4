package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Serves the files of a report to browsers on this machine, as these refuse to load its data from a disk. */
public final class ReportServer implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "txt", "text/plain; charset=utf-8",
            "csv", "text/csv; charset=utf-8",
            "svg", "image/svg+xml",
            "ico", "image/x-icon");

    private final Path root;
    private final HttpServer server;

    private ReportServer(Path root, HttpServer server) {
        this.root = root;
        this.server = server;
    }

    /**
     * Begins to serve a directory.
     *
     * @param root the directory, with an {@code index.html}
     * @param port the port; 0 for a free one
     * @throws UncheckedIOException if the port is taken
     */
    public static ReportServer start(Path root, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ReportServer files = new ReportServer(root.toAbsolutePath().normalize(), server);
            server.createContext("/", files::answer);
            server.start();
            return files;
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + port + " can't be had: " + taken.getMessage(), taken);
        }
    }

    /** Where it serves. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path file = file(exchange.getRequestURI().getPath());
            boolean found = file.startsWith(root) && Files.isRegularFile(file);
            byte[] body = found ? Files.readAllBytes(file) : "There is no such file in the report.\n".getBytes(UTF_8);
            String name = String.valueOf(file.getFileName());
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            exchange.getResponseHeaders().set("Content-Type", found ? type : "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(found ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Path file(String path) {
        String relative = path.replaceFirst("^/+", "");
        try {
            return root.resolve(relative.isEmpty() ? "index.html" : relative).normalize();
        } catch (InvalidPathException noPath) {
            return root;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
