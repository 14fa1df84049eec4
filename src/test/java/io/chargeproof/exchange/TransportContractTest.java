package io.chargeproof.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransportContractTest {
    private static final TransportSettings SETTINGS = TransportSettings.of(Duration.ofSeconds(10));
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    private static final Headers JSON = Headers.NONE
            .with("accept", "application/json")
            .with("content-type", "application/json")
            .with("X-Request-ID", "12345")
            .with("Authorization", "token abc/+==");

    static Stream<Arguments> requests() {
        Body json = Body.of("{\"name\": \"Žižek \\u0000 \u200d\"}");
        return Stream.of(
                Arguments.of("a create", HttpMethod.POST, "/api/rest/customer", JSON, json),
                Arguments.of("an update", HttpMethod.PUT, "/api/rest/customer/123", JSON, json),
                Arguments.of("a patch", HttpMethod.PATCH, "/api", JSON, json),
                Arguments.of("a get", HttpMethod.GET, "/api", JSON, Body.EMPTY),
                Arguments.of("a get with a body", HttpMethod.GET, "/api", JSON, json),
                Arguments.of("a delete", HttpMethod.DELETE, "/api", JSON, Body.EMPTY),
                Arguments.of("a delete with a body", HttpMethod.DELETE, "/api", JSON, json),
                Arguments.of("an empty post", HttpMethod.POST, "/api", JSON, Body.EMPTY),
                Arguments.of("an empty put", HttpMethod.PUT, "/api", JSON, Body.EMPTY),
                Arguments.of("an empty patch", HttpMethod.PATCH, "/api", JSON, Body.EMPTY),
                Arguments.of("no path", HttpMethod.GET, "", JSON, Body.EMPTY),
                Arguments.of("dots in a path", HttpMethod.PUT, "/a/%2e%2e/../b//c/./%2F%7e~%00", JSON, json),
                Arguments.of("a query", HttpMethod.GET, "/a?b=c&b=%20&d&=e&f==g+h;i", JSON, Body.EMPTY),
                Arguments.of("letters beyond ASCII", HttpMethod.GET, "/a/ž?ž", JSON, Body.EMPTY),
                Arguments.of("a long path", HttpMethod.GET, "/" + "a".repeat(9000), JSON, Body.EMPTY),
                Arguments.of("no headers", HttpMethod.POST, "/a", Headers.NONE, json),
                Arguments.of("no headers, no body", HttpMethod.POST, "/a", Headers.NONE, Body.EMPTY),
                Arguments.of("an empty type", HttpMethod.POST, "/a", JSON.with("content-type", ""), json),
                Arguments.of("a type of text", HttpMethod.POST, "/a", JSON.with("content-type", "text/plain"), json),
                Arguments.of(
                        "a type with a charset",
                        HttpMethod.PUT,
                        "/a",
                        JSON.with("Content-Type", "application/json; charset=ISO-8859-1"),
                        json),
                Arguments.of(
                        "a form",
                        HttpMethod.POST,
                        "/a",
                        JSON.with("Content-Type", "application/x-www-form-urlencoded"),
                        Body.of("a=b&c=d")),
                Arguments.of(
                        "a multipart", HttpMethod.POST, "/a", JSON.with("Content-Type", "multipart/form-data"), json),
                Arguments.of(
                        "a type of XML", HttpMethod.POST, "/a", JSON.with("Content-Type", "application/xml"), json),
                Arguments.of("no type at all", HttpMethod.POST, "/a", JSON.with("Content-Type", "nonsense"), json),
                Arguments.of(
                        "bytes that aren't text", HttpMethod.POST, "/a", JSON, Body.of(new byte[] {-1, 0, -2, 13, 10})),
                Arguments.of("a header twice", HttpMethod.GET, "/a", twice(), Body.EMPTY),
                Arguments.of("an empty header", HttpMethod.GET, "/a", JSON.with("X-Request-ID", ""), Body.EMPTY),
                Arguments.of("a cookie", HttpMethod.GET, "/a", JSON.with("Cookie", "a=b"), Body.EMPTY),
                Arguments.of("another coding", HttpMethod.GET, "/a", JSON.with("Accept-Encoding", "br"), Body.EMPTY));
    }

    private static Headers twice() {
        return new Headers(List.of(new Headers.Field("X-A", "1"), new Headers.Field("x-a", "2")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void adapters_put_the_same_bytes_on_the_wire(
            String name, HttpMethod method, String target, Headers headers, Body body) throws Exception {
        try (RawServer server = RawServer.answering(OK)) {
            HttpRequest request = request(method, server.uri(target), headers, body);
            Received byJdk = received(Adapter.JDK, request, server);
            Received byRestAssured = received(Adapter.REST_ASSURED, request, server);

            assertThat(byRestAssured.withoutNoise()).isEqualTo(byJdk.withoutNoise());
            assertThat(byJdk.body()).isEqualTo(body);
            headers.fields()
                    .forEach(field ->
                            assertThat(byJdk.headers().get(field.name())).contains(field.value()));
        }
    }

    private static Received received(Adapter adapter, HttpMethod method, String target, Headers headers, Body body)
            throws Exception {
        try (RawServer server = RawServer.answering(OK)) {
            return received(adapter, request(method, server.uri(target), headers, body), server);
        }
    }

    private static Received received(Adapter adapter, HttpRequest request, RawServer server) {
        int before = server.received().size();
        Exchange exchange = adapter.with(SETTINGS).send(request);

        assertThat(exchange.answer().map(HttpAnswer::body)).hasValue(Body.of("{}"));
        assertThat(server.received()).hasSize(before + 1);
        return server.received().get(before);
    }

    @ParameterizedTest
    @EnumSource
    void sends_the_target_and_the_headers_as_they_stand_and_nothing_more(Adapter adapter) throws Exception {
        Received received = received(
                adapter, HttpMethod.PUT, "/a/%2e%2E//b?c=%20&d", JSON.with("x-api-version", "1.1.1"), Body.of("{}"));

        assertThat(received.requestLine()).isEqualTo("PUT /a/%2e%2E//b?c=%20&d HTTP/1.1");
        assertThat(received.withoutNoise().headers().keySet())
                .containsExactlyInAnyOrder(
                        "accept",
                        "accept-encoding",
                        "authorization",
                        "content-length",
                        "content-type",
                        "host",
                        "x-api-version",
                        "x-request-id");
        assertThat(received.headers())
                .containsEntry("Accept-Encoding", List.of("gzip"))
                .containsEntry("User-Agent", List.of("chargeproof"));
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_body_has_a_length_where_a_body_is_usual(Adapter adapter) throws Exception {
        for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH)) {
            assertThat(received(adapter, method, "/", JSON, Body.EMPTY).headers())
                    .containsEntry("Content-Length", List.of("0"));
        }
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("HTTP/1.1 204 No Content\r\n\r\n", 204, Map.of(), ""),
                Arguments.of(
                        "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", 403, Map.of("Content-Length", "0"), ""),
                Arguments.of(
                        "HTTP/1.1 500 \r\nContent-Length: 3\r\n\r\nabc", 500, Map.of("Content-Length", "3"), "abc"),
                Arguments.of(
                        "HTTP/1.1 401 Who?\r\nContent-Length: 0\r\nWWW-Authenticate: Basic realm=\"a\"\r\n\r\n",
                        401,
                        Map.of("Content-Length", "0", "WWW-Authenticate", "Basic realm=\"a\""),
                        ""),
                Arguments.of("HTTP/1.1 401 Who?\r\nContent-Length: 0\r\n\r\n", 401, Map.of("Content-Length", "0"), ""),
                Arguments.of("HTTP/1.1 407 Who?\r\nContent-Length: 0\r\n\r\n", 407, Map.of("Content-Length", "0"), ""),
                Arguments.of(
                        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/x\r\nContent-Length: 0\r\n\r\n",
                        302,
                        Map.of("Location", "http://127.0.0.1:1/x", "Content-Length", "0"),
                        ""),
                Arguments.of(
                        "HTTP/1.1 307 Moved\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n",
                        307,
                        Map.of("Location", "/x", "Content-Length", "0"),
                        ""),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1;x=y\r\nc\r\n0\r\n\r\n",
                        200,
                        Map.of("Transfer-Encoding", "chunked"),
                        "abc"),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nSet-Cookie: ;;=\r\nContent-Type: \r\n\r\nab",
                        200,
                        Map.of("Content-Length", "2", "Set-Cookie", ";;=", "Content-Type", ""),
                        "ab"),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: nonsense; charset=nonsense\r\n\r\nab",
                        200,
                        Map.of("Content-Length", "2", "Content-Type", "nonsense; charset=nonsense"),
                        "ab"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void adapters_read_the_same_answer(String text, int status, Map<String, String> fields, String body)
            throws Exception {
        for (Adapter adapter : Adapter.values()) {
            try (RawServer server = RawServer.answering(text)) {
                HttpRequest request = request(HttpMethod.POST, server.uri("/"), JSON, Body.of("{}"));
                HttpAnswer answer =
                        adapter.with(SETTINGS).send(request).answer().orElseThrow();

                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.body()).isEqualTo(Body.of(body));
                assertThat(answer.cut()).isFalse();
                assertThat(answer.headers().fields()).hasSameSizeAs(fields.keySet());
                fields.forEach((name, value) ->
                        assertThat(answer.headers().first(name)).hasValue(value));
                assertThat(server.received()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void undoes_gzip(Adapter adapter) throws Exception {
        byte[] packed = gzip("{\"a\": 1}");
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n";
        try (RawServer server = RawServer.answering(concatenated(head, packed))) {
            HttpAnswer answer = get(adapter, server).answer().orElseThrow();

            assertThat(answer.body().text()).isEqualTo("{\"a\": 1}");
            assertThat(answer.headers().first("Content-Encoding")).hasValue("gzip");
            assertThat(answer.cut()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaves_an_unknown_coding_as_it_came(Adapter adapter) throws Exception {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK\r\nContent-Encoding: utf-8\r\nContent-Length: 2\r\n\r\n{}")) {
            assertThat(get(adapter, server).answer().orElseThrow().body().text())
                    .isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keeps_no_cookies_and_reuses_the_connection(Adapter adapter) throws Exception {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n")) {
            Transport transport = adapter.with(SETTINGS);
            HttpRequest request = request(HttpMethod.GET, server.uri("/"), JSON, Body.EMPTY);

            transport.send(request);
            transport.send(request);

            assertThat(server.received()).hasSize(2);
            assertThat(server.received()).noneMatch(each -> each.headers().containsKey("Cookie"));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_group_has_a_connection_of_its_own() throws Exception {
        try (RawServer server = RawServer.answering(OK)) {
            Transport transport = Adapter.REST_ASSURED.with(SETTINGS);
            HttpRequest alone = request(HttpMethod.POST, server.uri("/a"), JSON, Body.of("{}"));
            HttpRequest grouped =
                    alone.withPurpose(alone.purpose().in("a connection that carried a read before no. 1"));
            transport.send(alone);
            transport.send(grouped);
            transport.send(alone);
            transport.send(grouped);
            transport.send(grouped);

            assertThat(server.received()).hasSize(5);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void goes_through_a_proxy(Adapter adapter) throws Exception {
        try (RawServer proxy = RawServer.answering(OK)) {
            TransportSettings settings = new TransportSettings(Duration.ofSeconds(10), 1000, proxy.uri(""), null, null);
            HttpRequest request =
                    request(HttpMethod.GET, URI.create("http://target.invalid:81/a/%2e?b"), JSON, Body.EMPTY);

            assertThat(adapter.with(settings).send(request).status()).hasValue(200);
            assertThat(proxy.received().get(0).requestLine())
                    .isEqualTo("GET http://target.invalid:81/a/%2e?b HTTP/1.1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_proxy_says_for_itself_is_no_answer(Adapter adapter) throws Exception {
        assertProxyRefuses(adapter, "http", 407, "no connection: the proxy asks for credentials (HTTP 407)");
        assertProxyRefuses(adapter, "https", 403, "no connection: Tunnel failed, got: 403");
        assertProxyRefuses(adapter, "https", 407, null);
    }

    private static void assertProxyRefuses(Adapter adapter, String scheme, int status, @Nullable String detail)
            throws Exception {
        try (RawServer proxy = RawServer.answering("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n")) {
            TransportSettings settings = new TransportSettings(Duration.ofSeconds(10), 1000, proxy.uri(""), null, null);
            HttpRequest request = request(HttpMethod.GET, URI.create(scheme + "://target.invalid/"), JSON, Body.EMPTY);
            NoAnswer none = (NoAnswer) adapter.with(settings).send(request).reply();

            assertThat(none.cause()).isEqualTo(NoAnswer.Cause.NOT_CONNECTED);
            if (detail != null) {
                assertThat(none.detail()).isEqualTo(detail);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_headers_that_the_connection_sets_or_http_cannot_carry(Adapter adapter) {
        assertRefused(adapter, "Host", "a", "the header 'Host' is set by the connection alone");
        assertRefused(adapter, "X A", "a", "a header can't be named 'X A'");
        assertRefused(
                adapter,
                "X-A",
                "a\r\nX-B: b",
                "the value of the header 'X-A' has a character that is neither ASCII nor visible");
    }

    private static void assertRefused(Adapter adapter, String name, String value, String message) {
        HttpRequest request =
                request(HttpMethod.GET, URI.create("http://127.0.0.1:1/"), Headers.NONE.with(name, value), Body.EMPTY);

        assertThatThrownBy(() -> adapter.with(SETTINGS).send(request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Exchange get(Adapter adapter, RawServer server) {
        return adapter.with(SETTINGS).send(request(HttpMethod.GET, server.uri("/"), JSON, Body.EMPTY));
    }

    private static HttpRequest request(HttpMethod method, URI uri, Headers headers, Body body) {
        return new HttpRequest(method, uri, headers, body, RequestPurpose.of("evc-net", "create"), Idempotency.SAFE);
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    static byte[] concatenated(String head, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }
}
