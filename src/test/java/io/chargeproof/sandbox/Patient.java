package io.chargeproof.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A client of the customer API that bears with gateways, decompresses, and looks for ids wherever they may be. */
final class Patient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Set<Integer> PASSING = Set.of(0, 408, 429, 502, 503);

    /** A part of what the sandbox counts a rate in. */
    private static final Duration WINDOW = Duration.ofMillis(60);

    private static final AtomicInteger REQUESTS = new AtomicInteger(1);

    private final Sandbox sandbox;

    Patient(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    record Reply(int status, String type, String location, String text) {
        JsonNode json() {
            return JsonMapper.shared().readTree(text.isEmpty() ? "{}" : text);
        }
    }

    /** Creates a customer and gives the id that PUT takes. */
    String created(ObjectNode customer) {
        Reply reply = send("POST", "/api/rest/customer", Client.TOKEN, customer.toString());
        if (reply.status() != 200) {
            throw new IllegalStateException(reply.toString());
        }
        List<String> candidates = new ArrayList<>();
        collect(reply.json(), candidates);
        candidates.add(reply.location().replaceFirst("/$", "").replaceFirst(".*/", ""));
        candidates.add(customer.path("object_id").stringValue());
        return candidates.stream()
                .filter(id -> !id.isEmpty() && put(id, "{\"city\":\"Delft\"}").status() == 200)
                .findFirst()
                .orElseThrow();
    }

    private static void collect(JsonNode node, List<String> candidates) {
        node.propertyStream().forEach(member -> {
            if (member.getKey().toLowerCase(Locale.ROOT).endsWith("id")
                    && member.getValue().isValueNode()) {
                candidates.add(member.getValue().asString(""));
            }
            collect(member.getValue(), candidates);
        });
    }

    Reply put(String id, String body) {
        return send("PUT", "/api/rest/customer/" + id, Client.TOKEN, body);
    }

    Reply send(String method, String path, String authorization, String body) {
        String id = Integer.toString(REQUESTS.getAndIncrement());
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("Authorization", authorization)
                .header("accept", "application/json")
                .header("accept-encoding", "gzip")
                .header("content-type", "application/json")
                .header("X-Request-ID", id)
                .header("x-api-version", "1.1.1")
                .method(method, BodyPublishers.ofString(body))
                .build();
        Reply reply = sent(request);
        for (int time = 0; time < 5 && PASSING.contains(reply.status()); time++) {
            LockSupport.parkNanos(reply.status() == 429 ? WINDOW.toNanos() : 0);
            reply = sent(request);
        }
        return reply;
    }

    private static Reply sent(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            boolean zipped = response.headers().firstValue("content-encoding").isPresent();
            return new Reply(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse(""),
                    response.headers().firstValue("location").orElse(""),
                    zipped ? unzipped(response.body()) : new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Reply(0, "", "", "");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unzipped(byte[] bytes) {
        try (GZIPInputStream unzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(unzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
