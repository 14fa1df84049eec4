package io.chargeproof.traffic.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Certificates;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.TransportSettings;
import io.chargeproof.traffic.recording.ApiAddresses;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.recording.WatchedTraffic;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes through the proxy, byte by byte, and that neither side's oddities harm the other. */
class ProxyServerTest {
    private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final int THREE_MEBIBYTES = 3 << 20;

    private final BlockingQueue<String> received = new ArrayBlockingQueue<>(20);
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final BlockingQueue<RecordedExchange> seen = new ArrayBlockingQueue<>(20);
    private @Nullable ScriptedTarget target;
    private @Nullable ProxyServer proxy;

    @AfterEach
    void close() {
        if (proxy != null) {
            proxy.close();
        }
        if (target != null) {
            target.close();
        }
    }

    private ProxyServer before(ScriptedTarget.Script script) {
        target = new ScriptedTarget(script);
        return open(target.address(), Duration.ofSeconds(5), false);
    }

    private ProxyServer open(URI evcNet, Duration timeout, boolean readOnly) {
        URI oioi = URI.create(evcNet + "/api/v4/request");
        ProxySetting setting = new ProxySetting(
                0,
                new ProxyRoutes(evcNet, oioi),
                TransportSettings.of(timeout),
                readOnly,
                request -> request.body().text().contains("user-get-details"),
                notes::add);
        proxy = ProxyServer.open(
                setting, new WatchedTraffic("traffic", ApiAddresses.of(evcNet, oioi), each -> seen.add(each)));
        return proxy;
    }

    /** A client that speaks byte by byte. */
    private static final class RawClient implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;

        RawClient(ProxyServer proxy) throws IOException {
            socket = new Socket("127.0.0.1", proxy.address().getPort());
            socket.setSoTimeout(10_000);
            in = new BufferedInputStream(socket.getInputStream());
        }

        RawClient say(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        }

        String until(String end) throws IOException {
            return new ScriptedTarget.Connection(socket, in, socket.getOutputStream()).until(end);
        }

        String rest() throws IOException {
            return new String(in.readAllBytes(), ISO_8859_1);
        }

        byte[] bytes(int count) throws IOException {
            return in.readNBytes(count);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private RecordedExchange watched() throws InterruptedException {
        RecordedExchange next = seen.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return java.util.Objects.requireNonNull(next);
    }

    private static String post(String body) {
        return "POST /api/rest/customer HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    @Test
    void passes_a_message_on_letter_for_letter_but_for_what_is_of_one_connection() throws Exception {
        ProxyServer open = before(connection -> {
            received.add(connection.until("\r\n\r\n") + connection.until("{\"a\":1}"));
            connection.say(
                    "HTTP/1.1 299 Quite Fine\r\nX-odd:  two  blanks \r\nSET-Cookie: a=1\r\nSet-Cookie: b=2\r\n"
                            + "Connection: keep-alive, X-mine\r\nX-Mine: 1\r\nKeep-Alive: timeout=5\r\nContent-Length: 3\r\n\r\nabc");
            connection.until("never");
        });
        try (RawClient client = new RawClient(open)) {
            client.say("PUT /api/rest/customer/%7e;x=1//a?b=%20c&d HTTP/1.1\r\nhost: localhost:1\r\n"
                    + "x-API-version: 1.1.1\r\nX-Twice: 1\r\nX-Twice: 2\r\nConnection: close, X-Own\r\nX-Own: 1\r\n"
                    + "TE: trailers\r\nContent-Length: 7\r\n\r\n{\"a\":1}");

            assertThat(client.rest())
                    .isEqualTo("HTTP/1.1 299 Quite Fine\r\nX-odd: two  blanks\r\nSET-Cookie: a=1\r\nSet-Cookie: b=2\r\n"
                            + "Content-Length: 3\r\nConnection: close\r\n\r\nabc");
        }
        assertThat(received.take())
                .isEqualTo("PUT /api/rest/customer/%7e;x=1//a?b=%20c&d HTTP/1.1\r\nHost: "
                        + address().getAuthority() + "\r\nx-API-version: 1.1.1\r\nX-Twice: 1\r\nX-Twice: 2\r\n"
                        + "Content-Length: 7\r\n\r\n{\"a\":1}");
    }

    private URI address() {
        return java.util.Objects.requireNonNull(target).address();
    }

    @Test
    void passes_chunks_and_trailers_on_as_they_come() throws Exception {
        String chunks = "4;x=y\r\n{\"a\"\r\n3\r\n:1}\r\n0\r\nX-Sum: 7\r\n\r\n";
        ProxyServer open = before(connection -> {
            connection.until("\r\n\r\n");
            received.add(connection.until("X-Sum: 7\r\n\r\n"));
            connection.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
            connection.until("never");
        });
        try (RawClient client = new RawClient(open)) {
            client.say("POST /api/rest/customer HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);

            assertThat(client.until("X-Sum: 7\r\n\r\n")).endsWith("\r\n\r\n" + chunks);
        }
        assertThat(received.take()).isEqualTo(chunks);
        RecordedExchange watched = watched();
        assertThat(watched.request().body().text()).isEqualTo("{\"a\":1}");
        assertThat(watched.exchange().answer().map(HttpAnswer::body))
                .hasValueSatisfying(body -> assertThat(body.text()).isEqualTo("{\"a\":1}"));
        assertThat(watched.missing()).isEmpty();
    }

    @Test
    void lets_the_target_say_whether_a_body_is_to_come() throws Exception {
        ProxyServer open = before(connection -> {
            received.add(connection.until("\r\n\r\n"));
            connection.say("HTTP/1.1 100 Continue\r\n\r\n");
            received.add(connection.until("{}"));
            connection.say(EMPTY);
            received.add(connection.until("\r\n\r\n"));
            connection.say("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
        });
        String expecting = "POST /api/rest/customer HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
        try (RawClient client = new RawClient(open)) {
            client.say(expecting);
            assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
            client.say("{}");
            assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
            client.say(expecting);
            assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 413 ");
        }
        assertThat(received.take()).contains("Expect: 100-continue");
        assertThat(watched().exchange().status()).contains(200);
        RecordedExchange refused = watched();
        assertThat(refused.exchange().status()).contains(413);
        assertThat(refused.knows(Part.REQUEST_BODY)).isFalse();
    }

    @Test
    void passes_long_bodies_whole_and_keeps_no_more_than_a_mebibyte_of_an_answer() throws Exception {
        ProxyServer open = before(connection -> {
            connection.until("\r\n\r\n");
            received.add(Integer.toString(connection.in().readNBytes(THREE_MEBIBYTES).length));
            connection.say("HTTP/1.1 200 OK\r\nContent-Length: " + THREE_MEBIBYTES + "\r\n\r\n");
            connection.out().write(new byte[THREE_MEBIBYTES]);
            connection.out().flush();
            connection.until("never");
        });
        try (RawClient client = new RawClient(open)) {
            client.say("POST /api/rest/customer HTTP/1.1\r\nContent-Length: " + THREE_MEBIBYTES + "\r\n\r\n");
            client.socket.getOutputStream().write(new byte[THREE_MEBIBYTES]);
            client.until("\r\n\r\n");
            assertThat(client.bytes(THREE_MEBIBYTES)).hasSize(THREE_MEBIBYTES);
        }
        assertThat(received.take()).isEqualTo(Integer.toString(THREE_MEBIBYTES));
        RecordedExchange watched = watched();
        assertThat(watched.knows(Part.REQUEST_BODY)).isFalse();
        assertThat(watched.exchange().answer().map(HttpAnswer::cut)).contains(true);
    }

    @Test
    void uses_one_connection_for_what_follows_and_a_new_one_where_the_target_ended_it() throws Exception {
        ProxyServer open = before(connection -> {
            for (int request = 0; request < 2; request++) {
                connection.until("{}");
                connection.say(EMPTY);
            }
        });
        try (RawClient client = new RawClient(open)) {
            for (int request = 0; request < 3; request++) {
                client.say(post("{}"));
                assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
                if (request == 1) {
                    Thread.sleep(200);
                }
            }
        }
        assertThat(java.util.Objects.requireNonNull(target).connections).hasValue(2);
    }

    @Test
    void says_in_one_sentence_that_no_answer_came_and_holds_it_against_nobody() throws Exception {
        int closed;
        try (ServerSocket nobody = new ServerSocket(0)) {
            closed = nobody.getLocalPort();
        }
        ProxyServer open = open(URI.create("http://127.0.0.1:" + closed), Duration.ofSeconds(2), false);
        try (RawClient client = new RawClient(open)) {
            assertThat(client.say(post("{}")).rest())
                    .startsWith("HTTP/1.1 502 ")
                    .endsWith("\r\n\r\nchargeproof: http://127.0.0.1:" + closed
                            + " gave no answer to this request (no connection: Connection refused)\n");
        }
        RecordedExchange watched = watched();
        assertThat(watched.exchange().reply()).isInstanceOf(NoAnswer.class);
        assertThat(watched.exchange().isInconclusive()).isTrue();
        assertThat(notes).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "SSH-2.0-x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"
            })
    void a_target_that_hangs_up_or_speaks_otherwise_gives_no_answer(String said) throws Exception {
        ProxyServer open = before(connection -> {
            connection.until("{}");
            connection.say(said);
        });
        try (RawClient client = new RawClient(open)) {
            assertThat(client.say(post("{}")).rest())
                    .startsWith("HTTP/1.1 502 ")
                    .contains("gave no answer");
        }
        assertThat(watched().exchange().reply()).isInstanceOf(NoAnswer.class);
    }

    @Test
    void a_silent_target_gives_no_answer_once_its_time_is_over() throws Exception {
        target = new ScriptedTarget(connection -> connection.until("never"));
        ProxyServer open = open(target.address(), Duration.ofMillis(300), false);
        try (RawClient client = new RawClient(open)) {
            assertThat(client.say(post("{}")).rest())
                    .contains("gave no answer to this request (timeout: no complete answer within 300 ms)");
        }
    }

    @Test
    void an_answer_without_end_ends_when_the_client_has_enough() throws Exception {
        ProxyServer open = before(connection -> {
            connection.until("{}");
            connection.say("HTTP/1.1 200 OK\r\n\r\n");
            while (true) {
                connection.say("x".repeat(100_000));
            }
        });
        try (RawClient client = new RawClient(open)) {
            client.say(post("{}")).until("\r\n\r\n");
            assertThat(client.bytes(500_000)).hasSize(500_000);
        }
        RecordedExchange watched = watched();
        assertThat(watched.exchange().status()).contains(200);
        assertThat(watched.knows(Part.ANSWER_BODY)).isFalse();
        assertThat(watched.knows(Part.REQUEST_BODY)).isTrue();
    }

    @Test
    void a_client_that_hangs_up_within_its_request_is_blamed_for_nothing_and_neither_is_the_target() throws Exception {
        ProxyServer open = before(connection -> {
            connection.until("\r\n\r\n");
            received.add(connection.until("never"));
        });
        try (RawClient client = new RawClient(open)) {
            client.say("POST /api/rest/customer HTTP/1.1\r\nContent-Length: 100\r\n\r\n{\"first");
        }
        RecordedExchange watched = watched();
        assertThat(watched.knows(Part.REQUEST_BODY)).isFalse();
        assertThat(watched.exchange().reply()).isEqualTo(new NoAnswer(NoAnswer.Cause.RESET, "the client hung up"));
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/rest/customer HTTP/1.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST /api/rest/customer HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n",
                "POST /api/rest/customer HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
                "POST /api/rest/customer HTTP/1.1\r\nX y: 1\r\n\r\n",
                "POST /api/rest/customer HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n",
                "POST /api/rest/customer\r\n\r\n",
                "POST http://elsewhere.example.com/api/rest/customer HTTP/1.1\r\n\r\n",
                "POST /api/rest/customer HTTP/1.1\r\nHost: elsewhere.example.com\r\n\r\n",
                "CONNECT 127.0.0.1:443 HTTP/1.1\r\n\r\n"
            })
    void refuses_what_could_be_read_in_two_ways_or_is_meant_for_others(String request) throws Exception {
        ProxyServer open = before(connection -> received.add(connection.until("\r\n\r\n")));
        try (RawClient client = new RawClient(open)) {
            assertThat(client.say(request).rest())
                    .startsWith("HTTP/1.1 4")
                    .contains("Not From The Target")
                    .contains("chargeproof: ");
        }
        assertThat(received).isEmpty();
        assertThat(notes).hasSize(1);
    }

    @Test
    void tells_the_apis_apart_by_their_paths() throws Exception {
        try (ScriptedTarget other = new ScriptedTarget(connection -> {
            connection.until("{}");
            connection.say("HTTP/1.1 222 OIOI\r\nContent-Length: 0\r\n\r\n");
        })) {
            target = new ScriptedTarget(connection -> {
                connection.until("{}");
                connection.say(EMPTY);
            });
            ProxyRoutes routes = new ProxyRoutes(
                    URI.create(target.address() + "/evc"), URI.create(other.address() + "/api/v4/request"));
            proxy = ProxyServer.open(
                    new ProxySetting(
                            0, routes, TransportSettings.of(Duration.ofSeconds(5)), false, each -> true, notes::add),
                    new WatchedTraffic("traffic", ApiAddresses.anywhere(), each -> {}));
            assertThat(routes.addresses(proxy.address()).values())
                    .containsExactly(
                            URI.create(proxy.address() + "/evc"), URI.create(proxy.address() + "/api/v4/request"));
            try (RawClient client = new RawClient(proxy)) {
                client.say(post("{}").replace("/api/rest", "/evc/api/rest"));
                assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
                client.say(post("{}").replace("/api/rest/customer", "/api/v4/request"));
                assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 222 ");
                assertThat(client.say(post("{}")).rest()).startsWith("HTTP/1.1 404 ");
            }
        }
    }

    @Test
    void lets_only_what_changes_nothing_pass_where_that_is_so() throws Exception {
        target = new ScriptedTarget(connection -> {
            received.add(connection.until("\r\n\r\n") + connection.until("}"));
            connection.say(EMPTY);
        });
        ProxyServer open = open(target.address(), Duration.ofSeconds(5), true);
        String read = "{\"user-get-details\":0}";
        try (RawClient client = new RawClient(open)) {
            client.say("POST /api/v4/request HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: " + read.length()
                    + "\r\n\r\n");
            assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
            client.say(read);
            assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
            assertThat(client.say(post("{}")).rest())
                    .startsWith("HTTP/1.1 403 ")
                    .contains("may only be read", "--allow-writes 127.0.0.1");
        }
        assertThat(received).hasSize(1);
        assertThat(received.take()).endsWith(read).doesNotContain("Expect");
        assertThat(watched().exchange().status()).contains(200);
        assertThat(watched().exchange().reply())
                .isEqualTo(new NoAnswer(NoAnswer.Cause.WITHHELD, "the target may only be read; nothing was sent"));
    }

    @Test
    void reaches_a_target_by_tls_only_where_its_certificate_is_right(@TempDir Path folder) throws Exception {
        Certificates certificates = Certificates.in(folder);
        Path ca = certificates.ca();
        for (boolean right : new boolean[] {true, false}) {
            try (ScriptedTarget secure = new ScriptedTarget(
                    connection -> {
                        received.add(connection.until("{}"));
                        connection.say(EMPTY);
                    },
                    right ? certificates.server() : certificates.ofAnotherHost())) {
                URI address = URI.create(secure.address().toString().replace("http:", "https:"));
                TransportSettings settings = new TransportSettings(Duration.ofSeconds(5), 1 << 20, null, ca, null);
                try (ProxyServer open = ProxyServer.open(
                                new ProxySetting(
                                        0, new ProxyRoutes(address, null), settings, false, each -> true, notes::add),
                                new WatchedTraffic("traffic", ApiAddresses.of(address, null), each -> seen.add(each)));
                        RawClient client = new RawClient(open)) {
                    client.say(post("{}"));
                    String answer = client.until("\r\n\r\n");
                    assertThat(answer).startsWith(right ? "HTTP/1.1 200 " : "HTTP/1.1 502 ");
                }
            }
            assertThat(watched().request().uri().getScheme()).isEqualTo("https");
        }
        assertThat(received).hasSize(1);
        assertThat(notes).singleElement().asString().contains("no secure channel");
    }

    @Test
    void serves_a_client_of_http_1_0_and_one_that_sends_several_requests_at_once() throws Exception {
        ProxyServer open = before(connection -> {
            for (int request = 0; request < 2; request++) {
                received.add(connection.until("{}"));
                connection.say("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + request);
            }
        });
        try (RawClient client = new RawClient(open)) {
            client.say(post("{}") + post("{}"));
            assertThat(client.until("\r\n\r\n0")).startsWith("HTTP/1.1 200 ");
            assertThat(client.until("\r\n\r\n1")).startsWith("HTTP/1.1 200 ");
        }
        try (RawClient client = new RawClient(open)) {
            assertThat(client.say(post("{}").replace("HTTP/1.1", "HTTP/1.0")).rest())
                    .contains("Connection: close")
                    .endsWith("0");
        }
        assertThat(new String(received.toString().getBytes(UTF_8), UTF_8)).contains("HTTP/1.0\r\n");
    }
}
