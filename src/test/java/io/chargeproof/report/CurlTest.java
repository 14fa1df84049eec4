package io.chargeproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RawServer;
import io.chargeproof.exchange.Received;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.redaction.RequestRedactor;
import io.chargeproof.testdata.SecretVariants;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurlTest {
    private static final String SECRET = "s3cret $HOME `id` 'x' \\!";
    private static final UnaryOperator<String> REDACTION = text -> text.replace(SECRET, "${EVC_NET_TOKEN}");
    private static final Headers JSON =
            Headers.NONE.with("accept", "application/json").with("content-type", "application/json");

    @Test
    void is_one_line_that_leaves_the_secrets_to_the_shell() {
        HttpRequest request = request(
                HttpMethod.PUT,
                URI.create("https://evc-a.evc-net.com/api/rest/customer/12"),
                JSON.with("Authorization", "token " + SECRET),
                Body.of("{\"name\": \"d'Arc\", \"token\": \"" + SECRET + "\"}"));

        assertThat(Curl.of(request, REDACTION))
                .isEqualTo("curl -sS -i -X PUT 'https://evc-a.evc-net.com/api/rest/customer/12'"
                        + " -H 'accept: application/json' -H 'content-type: application/json'"
                        + " -H 'Authorization: token '\"${EVC_NET_TOKEN}\""
                        + " --data-raw '{\"name\": \"d'\\''Arc\", \"token\": \"'\"${EVC_NET_TOKEN}\"'\"}'");
    }

    @Test
    void pipes_what_would_upset_a_terminal() {
        HttpRequest request =
                request(HttpMethod.POST, URI.create("http://localhost/"), JSON, Body.of("a\u0000\t'%\\" + SECRET));

        assertThat(Curl.of(request, REDACTION))
                .isEqualTo("printf 'a\\000\\011\\047%%\\134%s' \"${EVC_NET_TOKEN}\""
                        + " | curl -sS -i -X POST 'http://localhost/'"
                        + " -H 'accept: application/json' -H 'content-type: application/json'"
                        + " -H 'Expect:' --data-binary @-");
    }

    @Test
    void of_a_redacted_request_every_name_is_a_secret() {
        HttpRequest request = request(
                HttpMethod.GET,
                URI.create("http://localhost/"),
                JSON.with("Authorization", "key=${OIOI_API_KEY}"),
                Body.EMPTY);

        assertThat(Curl.of(request)).endsWith(" -H 'Authorization: key='\"${OIOI_API_KEY}\"");
    }

    static Stream<Arguments> requests() {
        byte[] everyByte = new byte[256];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }
        Headers token = JSON.with("Authorization", "token " + SECRET).with("X-Request-ID", "1");
        return Stream.of(
                Arguments.of(
                        HttpMethod.PUT, "/a/%2e%2e/../b?c=%20&d='x'", token, Body.of("{\"a\": \"" + SECRET + "\"}")),
                Arguments.of(HttpMethod.POST, "/", token, Body.of("@/etc/passwd")),
                Arguments.of(HttpMethod.POST, "/", token, Body.of("a\nb\\n$x ${HOM} \"q\" %s 'q' žš \uD83D\uDE00\n")),
                Arguments.of(HttpMethod.POST, "/", token, Body.of(everyByte)),
                Arguments.of(HttpMethod.POST, "/", token, Body.of("\u202E\u0000" + SECRET + "\t")),
                Arguments.of(HttpMethod.POST, "/", token, Body.of(("x'" + SECRET + "é").repeat(20_000))),
                Arguments.of(HttpMethod.POST, "/", Headers.NONE, Body.of("untyped")),
                Arguments.of(HttpMethod.POST, "/", JSON.with("X-Empty", ""), Body.EMPTY),
                Arguments.of(HttpMethod.PATCH, "/", Headers.NONE, Body.EMPTY),
                Arguments.of(HttpMethod.GET, "/a", JSON, Body.EMPTY),
                Arguments.of(HttpMethod.GET, "/a", JSON, Body.of("{}")),
                Arguments.of(HttpMethod.DELETE, "/a", Headers.NONE, Body.EMPTY));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void pasted_into_a_shell_it_sends_the_same_request(HttpMethod method, String target, Headers headers, Body body)
            throws Exception {
        try (RawServer server =
                RawServer.answeringOnce("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")) {
            run(Curl.of(request(method, server.uri(target), headers, body), REDACTION));

            assertThat(server.received()).hasSize(1);
            Received received = server.received().get(0);
            assertThat(received.requestLine()).isEqualTo(method + " " + target + " HTTP/1.1");
            assertThat(received.body()).isEqualTo(body);
            Map<String, List<String>> sent = received.withoutNoise().headers();
            headers.fields()
                    .forEach(field -> assertThat(sent.remove(field.name())).containsExactly(field.value()));
            assertThat(sent.keySet()).isSubsetOf("Host", "Content-Length");
        }
    }

    /** A number of which a part happens to be a user's secret: its name stands there, and the shell makes the very number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"phone\":\"+49123456789\"}",
                "{\"phone\":\"0123456789\",\"vat\":\"DE123456789\"}",
                "{\"phone\":\"+4912345678\"}",
                "{\"phone\":\"+49-123456789-0\",\"social-security-number\":\"123456789\"}"
            })
    void pasted_into_a_shell_it_sends_a_number_that_has_a_secret_in_it(String body) throws Exception {
        Map<String, String> names = Map.of("123456789", "OIOI_PRIMARY_SOCIAL_SECURITY_NUMBER");
        Map<String, String> derived = new HashMap<>();
        SecretVariants.steps("123456789")
                .forEach((made, steps) -> derived.put(made, "OIOI_PRIMARY_SOCIAL_SECURITY_NUMBER" + steps));
        RequestRedactor redactor = new RequestRedactor(Redactor.of(names), names, derived, text -> false);
        try (RawServer server =
                RawServer.answeringOnce("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")) {
            String command = Curl.of(request(HttpMethod.POST, server.uri("/"), JSON, Body.of(body)), redactor::redact);
            assertThat(command)
                    .contains("${OIOI_PRIMARY_SOCIAL_SECURITY_NUMBER")
                    .doesNotContain("12345678");

            run(command);

            assertThat(server.received().get(0).body()).isEqualTo(Body.of(body));
        }
    }

    private static void run(String command) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("bash", "-s").redirectErrorStream(true);
        shell.environment().put("EVC_NET_TOKEN", SECRET);
        shell.environment().put("OIOI_PRIMARY_SOCIAL_SECURITY_NUMBER", "123456789");
        shell.environment().put("no_proxy", "*");
        Process process = shell.start();
        try (var pasted = process.getOutputStream()) {
            pasted.write((command + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(output).startsWith("HTTP/1.1 200 OK");
    }

    private static HttpRequest request(HttpMethod method, URI uri, Headers headers, Body body) {
        return new HttpRequest(method, uri, headers, body, RequestPurpose.of("evc-net", "update"), Idempotency.SAFE);
    }
}
