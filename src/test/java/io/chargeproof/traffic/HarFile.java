package io.chargeproof.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes exchanges as HAR 1.2. */
public final class HarFile {
    private HarFile() {}

    /** Writes them into a file. */
    public static Path write(List<Exchange> exchanges, Path file) throws IOException {
        return Files.writeString(file, text(exchanges), UTF_8);
    }

    /** The text of the file. */
    public static String text(List<Exchange> exchanges) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        ObjectNode log = root.putObject("log").put("version", "1.2");
        log.putObject("creator").put("name", "test").put("version", "1");
        ArrayNode entries = log.putArray("entries");
        exchanges.forEach(exchange -> entry(exchange, entries.addObject()));
        return root.toString();
    }

    private static void entry(Exchange exchange, ObjectNode into) {
        into.put("startedDateTime", exchange.started().toString())
                .put("time", exchange.duration().toNanos() / 1e6);
        ObjectNode request = into.putObject("request")
                .put("method", exchange.request().method().name())
                .put("url", exchange.request().uri().toString())
                .put("httpVersion", "HTTP/1.1")
                .put("headersSize", -1)
                .put("bodySize", exchange.request().body().size());
        headers(exchange.request().headers(), request.putArray("headers"));
        if (!exchange.request().body().isEmpty()) {
            request.putObject("postData")
                    .put("mimeType", "application/json")
                    .put("text", exchange.request().body().text());
        }
        ObjectNode response = into.putObject("response");
        response.put("status", exchange.status().orElse(0)).put("headersSize", -1);
        exchange.answer().ifPresent(answer -> {
            headers(answer.headers(), response.putArray("headers"));
            response.put("bodySize", answer.body().size());
            response.putObject("content")
                    .put("size", answer.body().size())
                    .put("mimeType", answer.headers().first("Content-Type").orElse(""))
                    .put("text", answer.body().text());
        });
    }

    private static void headers(Headers headers, ArrayNode into) {
        headers.fields()
                .forEach(field -> into.addObject().put("name", field.name()).put("value", field.value()));
    }
}
