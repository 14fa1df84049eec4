package io.chargeproof.sandbox;

import io.chargeproof.sandbox.evcnet.CustomerTestData;
import io.chargeproof.sandbox.oioi.User;
import io.chargeproof.sandbox.oioi.UserTestData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Talks to a sandbox over HTTP. */
final class Client {
    static final String TOKEN = "Token " + CustomerTestData.TOKEN;
    static final String KEY = "key=" + UserTestData.API_KEY;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Sandbox sandbox;

    Client(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** An answer: its status, its header fields, its text, and its JSON, missing where it has none. */
    record Answer(int status, java.net.http.HttpHeaders headers, String text) {
        JsonNode json() {
            return text.isEmpty() ? JsonNodeFactory.instance.missingNode() : JSON.readTree(text);
        }

        int code() {
            return json().path("result").path("code").intValue();
        }

        @Nullable String reason() {
            return json().path("user-post-details").path("reason").asStringOpt().orElse(null);
        }
    }

    String address() {
        return sandbox.baseUrl().toString();
    }

    Answer create(String body) {
        return send("POST", "/api/rest/customer", TOKEN, body);
    }

    long created() {
        return create(Bodies.customer().toString())
                .json()
                .path("data")
                .path("customer_id")
                .longValue();
    }

    Answer put(Object id, String body) {
        return send("PUT", "/api/rest/customer/" + id, TOKEN, body);
    }

    Answer call(String body) {
        return send("POST", "/api/v4/request", KEY, body);
    }

    Answer get(User user) {
        return call(Bodies.get("username", user.username(), user.token()).toString());
    }

    JsonNode shown(User user) {
        return get(user).json().path("user");
    }

    Answer post(User user, ObjectNode details) {
        return call(
                Bodies.post("username", user.username(), user.token(), details).toString());
    }

    Answer send(String method, String path, @Nullable String authorization, String body) {
        return send(method, path, authorization, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer send(String method, String path, @Nullable String authorization, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("content-type", "application/json")
                .method(method, BodyPublishers.ofByteArray(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return sent(request.build());
    }

    static Answer sent(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
