package io.chargeproof.report.export;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Exchanges as an HTTP Archive, version 1.2. A request that got no answer has one of status 0, as browsers write it. */
final class Har {
    private static final String UNKNOWN_TYPE = "x-unknown";

    private Har() {}

    static String of(Export export) {
        ObjectNode root = Written.object();
        ObjectNode log = root.putObject("log").put("version", "1.2");
        log.putObject("creator")
                .put("name", "Chargeproof")
                .put("version", export.report().report().run().version());
        ArrayNode entries = log.putArray("entries");
        export.exchanges().forEach(exchange -> putEntry(exchange, entries.addObject()));
        return Written.json(root);
    }

    private static void putEntry(Exchange exchange, ObjectNode into) {
        double millis = exchange.duration().toNanos() / 1_000_000.0;
        into.put("startedDateTime", exchange.started().toString()).put("time", millis);
        putRequest(exchange.request(), into.putObject("request"));
        ObjectNode response = into.putObject("response");
        if (exchange.reply() instanceof HttpAnswer answer) {
            putAnswer(answer, response);
        } else if (exchange.reply() instanceof NoAnswer none) {
            putMessage(Headers.NONE, response.put("status", 0).put("statusText", ""));
            response.putObject("content").put("size", 0).put("mimeType", UNKNOWN_TYPE);
            response.put("redirectURL", "").put("bodySize", -1).put("comment", none.detail());
        }
        into.putObject("cache");
        into.putObject("timings").put("send", 0).put("wait", millis).put("receive", 0);
        into.put(
                "comment",
                exchange.number() + ": " + exchange.request().purpose().inWords());
    }

    private static void putRequest(HttpRequest request, ObjectNode into) {
        into.put("method", request.method().name()).put("url", request.uri().toASCIIString());
        putMessage(request.headers(), into);
        putQuery(request.uri(), into.putArray("queryString"));
        into.put("bodySize", request.body().size());
        if (!request.body().isEmpty()) {
            ObjectNode data = into.putObject("postData")
                    .put("mimeType", request.headers().first("content-type").orElse(UNKNOWN_TYPE));
            boolean isText = isText(request.body());
            data.put("text", isText ? request.body().text() : letterPerByte(request.body()));
            data.putArray("params");
            if (!isText) {
                data.put("comment", "not UTF-8: each character of the text is a byte");
            }
        }
    }

    private static void putAnswer(HttpAnswer answer, ObjectNode into) {
        into.put("status", answer.status()).put("statusText", "");
        putMessage(answer.headers(), into);
        ObjectNode content = into.putObject("content")
                .put("size", answer.body().size())
                .put("mimeType", answer.headers().first("content-type").orElse(UNKNOWN_TYPE));
        if (isText(answer.body())) {
            content.put("text", answer.body().text());
        } else {
            content.put("text", Base64.getEncoder().encodeToString(answer.body().bytes()))
                    .put("encoding", "base64");
        }
        into.put("redirectURL", answer.headers().first("location").orElse("")).put("bodySize", -1);
    }

    private static void putMessage(Headers headers, ObjectNode into) {
        into.put("httpVersion", "HTTP/1.1");
        into.putArray("cookies");
        ArrayNode fields = into.putArray("headers");
        headers.fields()
                .forEach(field -> fields.addObject().put("name", field.name()).put("value", field.value()));
        into.put("headersSize", -1);
    }

    private static void putQuery(URI uri, ArrayNode into) {
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                into.addObject().put("name", decoded(parts[0])).put("value", decoded(parts.length > 1 ? parts[1] : ""));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return text;
        }
    }

    private static boolean isText(Body body) {
        return Body.of(body.text()).equals(body);
    }

    private static String letterPerByte(Body body) {
        return new String(body.bytes(), StandardCharsets.ISO_8859_1);
    }
}
