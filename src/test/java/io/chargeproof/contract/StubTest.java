package io.chargeproof.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.TransportSettings;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers of this machine, asked by a page elsewhere that has its own name lead here. */
class StubTest {
    private static final String EVIL = "evil.example:18080";

    @Test
    void answers_nobody_who_takes_it_for_another() throws IOException {
        try (Stub stub = Stub.start(pacts(), 0)) {
            int port = stub.address().getPort();

            assertThat(head("GET", EVIL, port)).isEqualTo("HTTP/1.1 421 ");
            assertThat(head("GET", "localhost:" + port, port)).startsWith("HTTP/1.1 500 ");
        }
    }

    /** What fetch of Node and of browsers, curl, and axios ask for if nobody tells them otherwise. */
    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "application/json, text/plain, */*", "application/json", "text/html;q=0.9, */*;q=0.8"})
    void answers_whatever_the_client_accepts(String accept) throws IOException {
        try (Stub stub = Stub.start(pacts(), 0)) {
            assertThat(posted(stub, "/api/rest/customer", "[]", accept, "Token mine")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void says_what_differs_from_the_nearest_interaction() throws IOException {
        try (Stub stub = Stub.start(pacts(), 0)) {
            HttpResponse<String> answer = posted(stub, "/api/rest/customer", "[]", "*/*", "Bearer mine");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body().lines().toList())
                    .first()
                    .isEqualTo("No interaction of these pacts expects POST /api/rest/customer.");
            assertThat(answer.body())
                    .contains("The nearest is 'a create whose body isn't an object is refused, with what was wrong"
                            + " (EVC-CREATE-5, EVC-CREATE-6, EVC-HTTP-3)' (pacts/")
                    .endsWith("; the request differs from it in:\n"
                            + "- the header Authorization: it is to be a value that matches ^[Tt]oken \\S+$, and it is"
                            + " 'Bearer mine'\n");
        }
    }

    @Test
    void names_the_path_where_no_interaction_has_it_and_the_member_that_is_missing() throws IOException {
        try (Stub stub = Stub.start(pacts(), 0)) {
            assertThat(posted(stub, "/api/rest/customers", "[]", "*/*", "Token mine")
                            .body())
                    .contains("- the path: it is to be /api/rest/customer, and it is /api/rest/customers\n");
            assertThat(posted(stub, "/api/rest/customer", "{\"first_name\": \"Eva\"}", "*/*", "Token mine")
                            .body())
                    .contains("- the body at $");
        }
    }

    /** A member that the interaction doesn't have, a parameter, and a path whose blank is sent encoded. */
    @Test
    void names_what_is_too_much_and_takes_an_encoded_path() throws IOException {
        try (Stub stub = Stub.start(of("""
                {"consumer": {"name": "c"}, "provider": {"name": "p"}, "interactions": [{"description": "d",
                  "request": {"method": "POST", "path": "/a b/\u00fc", "query": {"q": ["1", "2"]},
                    "body": {"a": 1, "b": {"c": 2}}},
                  "response": {"status": 204}}], "metadata": {"pactSpecification": {"version": "3.0.0"}}}
                """), 0)) {
            assertThat(posted(stub, "/a%20b/%C3%BC?q=1&q=2", "{\"a\": 1, \"b\": {\"c\": 2}}", "*/*", "x")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(posted(stub, "/a%20b/%C3%BC?q=2&r=3", "{\"a\": 1, \"b\": {\"c\": 2, \"d\": 3}}", "*/*", "x")
                            .body())
                    .endsWith("""
                            - the query parameter q: it is to be '1' and '2', and it is '2'
                            - the query parameter r: it is to be absent, and it is '3'
                            - the body at $.b.d: it is to be absent, and it is 3
                            """);
            assertThat(posted(stub, "/a%20b/%C3%BC?q=1&q=2", "", "*/*", "x").body())
                    .endsWith("- the body: there is to be one, and it is empty\n");
        }
    }

    /** Of two interactions that a request fits, the first answers, and its generators make the answer. */
    @Test
    void answers_by_the_first_interaction_that_fits() throws IOException {
        try (Stub stub = Stub.start(of("""
                {"consumer": {"name": "c"}, "provider": {"name": "p"}, "interactions": [
                  {"description": "one", "request": {"method": "POST", "path": "/a", "body": {"n": 1},
                    "matchingRules": {"body": {"$.n": {"matchers": [{"match": "integer"}]}}}},
                   "response": {"status": 201, "headers": {"X-A": "b"}, "body": {"id": "x"},
                    "generators": {"body": {"$.id": {"type": "RandomInt", "min": 7, "max": 7}}}}},
                  {"description": "two", "request": {"method": "POST", "path": "/a"}, "response": {"status": 202}}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}
                """), 0)) {
            HttpResponse<String> first = posted(stub, "/a", "{\"n\": 9}", "*/*", "x");

            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(first.body()).isEqualTo("{\"id\":7}");
            assertThat(first.headers().firstValue("X-A")).hasValue("b");
            assertThat(posted(stub, "/a", "{\"n\": 9.5}", "*/*", "x").statusCode())
                    .isEqualTo(202);
        }
    }

    private static Pacts of(String pact) {
        return new Pacts(PactReading.read("made.json", pact.getBytes(UTF_8)));
    }

    private static Pacts pacts() {
        return new PactSources(new JdkTransport(TransportSettings.of(Duration.ofSeconds(5))), null)
                .in(Path.of("pacts"));
    }

    private static HttpResponse<String> posted(Stub stub, String path, String body, String accept, String authorization)
            throws IOException {
        HttpRequest request = HttpRequest.newBuilder(stub.address().resolve(path))
                .header("Accept", accept)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .header("x-api-version", "1.1.1")
                .header("X-Request-ID", "7")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nor_does_the_sandbox() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            int port = sandbox.baseUrl().getPort();

            assertThat(head("POST", EVIL, port)).startsWith("HTTP/1.1 421 ");
            assertThat(head("POST", "my-machine:9", port)).startsWith("HTTP/1.1 403 ");
        }
    }

    private static String head(String method, String host, int port) throws IOException {
        String request = method + " /api/rest/customer HTTP/1.1\r\nHost: " + host
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
