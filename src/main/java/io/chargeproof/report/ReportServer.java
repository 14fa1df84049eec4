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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Path root;
    private final HttpServer server;
    private final Map<String, String> policy;

    private ReportServer(Path root, HttpServer server) throws IOException {
        this.root = root.toRealPath();
        this.server = server;
        Path page = this.root.resolve("index.html");
        this.policy = PagePolicy.of(Files.isRegularFile(page) ? Files.readString(page, UTF_8) : "");
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
            ReportServer files = new ReportServer(root, server);
            server.createContext("/", files::answer);
            server.start();
            return files;
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    "port " + port + " on 127.0.0.1 can't be opened: " + taken.getMessage(), taken);
        }
    }

    /** Where it serves. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            policy.forEach(exchange.getResponseHeaders()::set);
            if (!isMeant(exchange.getRequestHeaders().getFirst("Host"))) {
                say(exchange, 421, "This report is at " + address() + " alone.");
            } else if (!READING.contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                say(exchange, 405, "A report is only read.");
            } else {
                Optional<Path> file = file(exchange.getRequestURI().getPath());
                if (file.isPresent()) {
                    send(exchange, 200, type(file.get()), Files.readAllBytes(file.get()));
                } else {
                    say(exchange, 404, "There is no such file in the report.");
                }
            }
        }
    }

    /** Whether a browser asked this server, and not a name of others that leads here. */
    private boolean isMeant(@Nullable String host) {
        int port = server.getAddress().getPort();
        return host != null
                && Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port)
                        .contains(host.toLowerCase(Locale.ROOT));
    }

    private static void say(HttpExchange exchange, int status, String sentence) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", (sentence + "\n").getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String type(Path file) {
        String name = String.valueOf(file.getFileName());
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    /** A file of the report, by whatever name; a link that leads elsewhere is none. */
    private Optional<Path> file(String path) {
        String relative = path.replaceFirst("^/+", "");
        try {
            Path file =
                    root.resolve(relative.isEmpty() ? "index.html" : relative).toRealPath();
            return file.startsWith(root) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (IOException | InvalidPathException none) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
