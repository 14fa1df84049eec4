package io.chargeproof.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.exchange.NoAnswer.Cause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Targets that break the rules: none makes an adapter throw, wait past its deadline, or take half an answer for one. */
@Timeout(30)
class TransportFaultTest {
    private static final long SEED = 4711;
    private static final int LIMIT = 1 << 20;
    private static final int KEPT = 64 * 1024;
    private static final TransportSettings PATIENT = TransportSettings.of(Duration.ofSeconds(20));
    private static final TransportSettings HASTY = TransportSettings.of(Duration.ofMillis(400));
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @ParameterizedTest
    @EnumSource
    void a_refused_connection(Adapter adapter) throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(cause(adapter, PATIENT, URI.create("http://127.0.0.1:" + port + "/")))
                .isEqualTo(Cause.NOT_CONNECTED);
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_host(Adapter adapter) {
        assertThat(cause(adapter, PATIENT, URI.create("http://nobody.invalid/")))
                .isEqualTo(Cause.UNKNOWN_HOST);
    }

    @ParameterizedTest
    @EnumSource
    void a_server_without_tls(Adapter adapter) throws Exception {
        try (RawServer server = RawServer.answeringOnce(OK + "Content-Length: 0\r\n\r\n")) {
            assertThat(cause(adapter, PATIENT, URI.create("https://127.0.0.1:" + server.port() + "/")))
                    .isEqualTo(Cause.TLS);
        }
    }

    /** Where no cause is given either will do: broken off and misshapen look alike. */
    static Stream<Arguments> brokenAnswers() {
        return Stream.of(
                        Arguments.of("nothing", "", Cause.RESET),
                        Arguments.of("half a status line", "HTTP/1.1 20", null),
                        Arguments.of("half a header", OK + "Content-Le", null),
                        Arguments.of("too short a body", OK + "Content-Length: 10\r\n\r\n{}", Cause.RESET),
                        Arguments.of(
                                "an unfinished chunk", OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nab", Cause.RESET),
                        Arguments.of(
                                "no last chunk", OK + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n", Cause.RESET),
                        Arguments.of(
                                "a chunk of no size",
                                OK + "Transfer-Encoding: chunked\r\n\r\nxyz\r\nab\r\n0\r\n\r\n",
                                Cause.NOT_HTTP),
                        Arguments.of("garbage", "SSH-2.0-OpenSSH_9.2\r\n\r\n", Cause.NOT_HTTP),
                        Arguments.of("garbage before an answer", "what?\r\n" + OK + "\r\n", Cause.NOT_HTTP),
                        Arguments.of("a page without a head", "<html>no</html>\r\n\r\n", Cause.NOT_HTTP),
                        Arguments.of("a status that is none", "HTTP/1.1 abc OK\r\n\r\n", Cause.NOT_HTTP),
                        Arguments.of("a name with a blank", OK + "Content Length: 2\r\n\r\n{}", Cause.NOT_HTTP),
                        Arguments.of("a length that is none", OK + "Content-Length: two\r\n\r\n{}", Cause.NOT_HTTP),
                        Arguments.of("a negative length", OK + "Content-Length: -5\r\n\r\n{}", null),
                        Arguments.of("a control character", OK + "X-A: a\u0001b\r\n\r\n", Cause.NOT_HTTP),
                        Arguments.of(
                                "a flood of headers", OK + "X-Flood: abcdefghij\r\n".repeat(100_000), Cause.NOT_HTTP),
                        Arguments.of("an endless header", OK + "X-Long: " + "a".repeat(5_000_000), Cause.NOT_HTTP),
                        Arguments.of(
                                "gzip that is none",
                                OK + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
                                Cause.NOT_HTTP))
                .flatMap(each -> Arrays.stream(Adapter.values())
                        .map(adapter -> Arguments.of(adapter, each.get()[0], each.get()[1], each.get()[2])));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("brokenAnswers")
    void a_broken_answer_is_none(Adapter adapter, String name, String answer, @Nullable Cause cause) throws Exception {
        Set<Cause> causes = cause == null ? EnumSet.of(Cause.RESET, Cause.NOT_HTTP) : EnumSet.of(cause);
        try (RawServer server = RawServer.answeringOnce(answer)) {
            assertThat(cause(adapter, PATIENT, server.uri("/"))).isIn(causes);
            assertThat(server.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_interim_answer_alone_is_none(Adapter adapter) throws Exception {
        try (RawServer server = RawServer.answeringOnce("HTTP/1.1 103 Early Hints\r\n\r\n")) {
            assertThat(reply(adapter, PATIENT, server.uri("/"))).isInstanceOf(NoAnswer.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_wrong_with_an_answer_nothing_is_thrown(Adapter adapter) throws Exception {
        String right = OK + "Content-Type: application/json; charset=utf-8\r\nSet-Cookie: a=b; Path=/; Max-Age=1\r\n"
                + "Content-Length: 2\r\n\r\n{}";
        Random random = new Random(SEED);
        Transport transport = adapter.with(PATIENT);
        for (int i = 0; i < 150; i++) {
            try (RawServer server = RawServer.answeringOnce(mutated(right, random))) {
                assertThat(transport
                                .send(request(HttpMethod.POST, server.uri("/")))
                                .reply())
                        .isNotNull();
            }
        }
    }

    private static byte[] mutated(String right, Random random) {
        byte[] bytes = right.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    @ParameterizedTest
    @EnumSource
    void a_reset_before_the_answer(Adapter adapter) throws Exception {
        try (RawServer server = RawServer.playing((socket, self) -> {
            self.readRequest(socket);
            reset(socket);
        })) {
            assertThat(cause(adapter, PATIENT, server.uri("/"))).isEqualTo(Cause.RESET);
            assertThat(server.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_reset_in_the_middle_of_the_answer(Adapter adapter) throws Exception {
        try (RawServer server = RawServer.playing((socket, self) -> {
            self.readRequest(socket);
            write(socket, OK + "Content-Length: 1000\r\n\r\n{}");
            reset(socket);
        })) {
            assertThat(cause(adapter, PATIENT, server.uri("/"))).isEqualTo(Cause.RESET);
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_answer_at_all(Adapter adapter) throws Exception {
        assertTimesOut(adapter, (socket, self) -> {
            self.readRequest(socket);
            self.awaitEnd(socket);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_body_that_stops(Adapter adapter) throws Exception {
        assertTimesOut(adapter, (socket, self) -> {
            self.readRequest(socket);
            write(socket, OK + "Content-Length: 10\r\n\r\n{");
            self.awaitEnd(socket);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_byte_at_a_time(Adapter adapter) throws Exception {
        assertTimesOut(adapter, (socket, self) -> {
            self.readRequest(socket);
            write(socket, OK + "Content-Length: 100000\r\n\r\n");
            trickle(socket);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_head_of_a_byte_at_a_time(Adapter adapter) throws Exception {
        assertTimesOut(adapter, (socket, self) -> {
            self.readRequest(socket);
            write(socket, OK + "X-Slow: ");
            trickle(socket);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_handshake_that_never_begins(Adapter adapter) throws Exception {
        try (RawServer server = RawServer.playing((socket, self) -> self.awaitEnd(socket))) {
            URI uri = URI.create("https://127.0.0.1:" + server.port() + "/");

            assertThat(cause(adapter, HASTY, uri)).isIn(Cause.TIMEOUT, Cause.NOT_CONNECTED);
            assertThat(server.sawItDropped()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_endless_body_is_cut_and_its_connection_dropped(Adapter adapter) throws Exception {
        assertCut(adapter, (socket, self) -> {
            self.readRequest(socket);
            write(socket, OK + "\r\n");
            flood(socket, Long.MAX_VALUE);
        });
    }

    @ParameterizedTest
    @EnumSource
    void endless_chunks_are_cut_and_their_connection_dropped(Adapter adapter) throws Exception {
        assertCut(adapter, (socket, self) -> {
            self.readRequest(socket);
            write(socket, OK + "Transfer-Encoding: chunked\r\n\r\n");
            while (true) {
                write(socket, "1000\r\n" + "x".repeat(4096) + "\r\n");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void fifty_megabytes_are_cut_and_their_connection_dropped(Adapter adapter) throws Exception {
        assertCut(adapter, (socket, self) -> {
            self.readRequest(socket);
            write(socket, OK + "Content-Length: 52428800\r\n\r\n");
            flood(socket, 52_428_800);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_body_as_long_as_the_limit_is_whole(Adapter adapter) throws Exception {
        String head = OK + "Content-Length: " + LIMIT + "\r\n\r\n";
        try (RawServer server = RawServer.answeringOnce(head + "x".repeat(LIMIT))) {
            HttpAnswer answer = answer(adapter, server);

            assertThat(answer.cut()).isFalse();
            assertThat(answer.body().size()).isEqualTo(LIMIT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_gzip_bomb_is_cut(Adapter adapter) throws Exception {
        byte[] bomb = gzip(100_000_000);
        try (RawServer server = RawServer.answeringOnce(gzipAnswer(bomb))) {
            HttpAnswer answer = answer(adapter, server);

            assertThat(answer.cut()).isTrue();
            assertThat(answer.body().size()).isEqualTo(KEPT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void gzip_that_ends_early_is_no_answer(Adapter adapter) throws Exception {
        byte[] whole = gzip(10_000);
        try (RawServer server = RawServer.answeringOnce(gzipAnswer(Arrays.copyOf(whole, whole.length / 2)))) {
            assertThat(reply(adapter, PATIENT, server.uri("/")))
                    .isEqualTo(new NoAnswer(
                            Cause.NOT_HTTP, "the body isn't the gzip that it claims to be: it ends early"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void gzip_of_the_wrong_sum_is_no_answer(Adapter adapter) throws Exception {
        byte[] corrupt = gzip(10_000);
        corrupt[corrupt.length - 6] ^= 1;
        try (RawServer server = RawServer.answeringOnce(gzipAnswer(corrupt))) {
            assertThat(cause(adapter, PATIENT, server.uri("/"))).isEqualTo(Cause.NOT_HTTP);
        }
    }

    @ParameterizedTest
    @EnumSource
    void http_1_0_is_an_answer(Adapter adapter) throws Exception {
        try (RawServer server = RawServer.answeringOnce("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nold")) {
            HttpAnswer answer = answer(adapter, server);

            assertThat(answer.body().text()).isEqualTo("old");
            assertThat(answer.cut()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_redirect_is_not_followed(Adapter adapter) throws Exception {
        try (RawServer elsewhere = RawServer.answeringOnce(OK + "\r\n")) {
            String redirect = "HTTP/1.1 302 Found\r\nLocation: " + elsewhere.uri("/") + "\r\nContent-Length: 0\r\n\r\n";
            try (RawServer server = RawServer.answeringOnce(redirect)) {
                assertThat(answer(adapter, server).status()).isEqualTo(302);
                assertThat(elsewhere.received()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_that_was_closed_while_idle_does_no_harm(Adapter adapter) throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (RawServer server = RawServer.playing((socket, self) -> {
            self.readRequest(socket);
            write(socket, OK + "Content-Length: 0\r\n\r\n");
            socket.close();
            closed.countDown();
        })) {
            Transport transport = adapter.with(PATIENT);
            transport.send(request(HttpMethod.GET, server.uri("/")));
            closed.await();

            assertThat(transport.send(request(HttpMethod.GET, server.uri("/"))).status())
                    .hasValue(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_interrupt_ends_the_waiting_and_stays_known(Adapter adapter) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (RawServer server = RawServer.playing((socket, self) -> {
            self.readRequest(socket);
            asked.countDown();
            self.awaitEnd(socket);
        })) {
            CompletableFuture<Boolean> stillKnown = new CompletableFuture<>();
            AtomicReference<Reply> reply = new AtomicReference<>();
            Thread waiting = new Thread(() -> {
                reply.set(reply(adapter, PATIENT, server.uri("/")));
                stillKnown.complete(Thread.currentThread().isInterrupted());
            });
            waiting.start();
            asked.await();
            waiting.interrupt();

            assertThat(stillKnown.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(reply.get()).isEqualTo(new NoAnswer(Cause.RESET, "interrupted while waiting for the answer"));
            assertThat(server.sawItDropped()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_settings_that_cannot_be(Adapter adapter) {
        assertThatThrownBy(() -> TransportSettings.of(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a timeout is longer than nothing, not PT0S");
        assertThatThrownBy(() -> adapter.with(new TransportSettings(
                        Duration.ofSeconds(1), 1, URI.create("http://user:pass@proxy:3128"), null, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a proxy is written http://host:port, without credentials or path");
    }

    private static void assertTimesOut(Adapter adapter, RawServer.Script script) throws Exception {
        try (RawServer server = RawServer.playing(script)) {
            assertThat(reply(adapter, HASTY, server.uri("/")))
                    .isEqualTo(new NoAnswer(Cause.TIMEOUT, "timeout: no complete answer within 400 ms"));
            assertThat(server.sawItDropped()).isTrue();
        }
    }

    private static void assertCut(Adapter adapter, RawServer.Script script) throws Exception {
        try (RawServer server = RawServer.playing(script)) {
            HttpAnswer answer = answer(adapter, server);

            assertThat(answer.cut()).isTrue();
            assertThat(answer.body().size()).isEqualTo(KEPT);
            assertThat(server.sawItDropped()).isTrue();
        }
    }

    private static HttpAnswer answer(Adapter adapter, RawServer server) {
        return (HttpAnswer) reply(adapter, PATIENT, server.uri("/"));
    }

    private static Cause cause(Adapter adapter, TransportSettings settings, URI uri) {
        Reply reply = reply(adapter, settings, uri);
        assertThat(reply).isInstanceOf(NoAnswer.class);
        return ((NoAnswer) reply).cause();
    }

    private static Reply reply(Adapter adapter, TransportSettings settings, URI uri) {
        return adapter.with(settings).send(request(HttpMethod.POST, uri)).reply();
    }

    private static HttpRequest request(HttpMethod method, URI uri) {
        return new HttpRequest(
                method,
                uri,
                Headers.NONE,
                Body.EMPTY,
                RequestPurpose.of("evc-net", "create"),
                Idempotency.UNLESS_CARRIED_OUT);
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void trickle(Socket socket) throws IOException, InterruptedException {
        while (true) {
            write(socket, "x");
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static void flood(Socket socket, long bytes) throws IOException {
        byte[] chunk = "x".repeat(65_536).getBytes(StandardCharsets.ISO_8859_1);
        for (long sent = 0; sent < bytes; sent += chunk.length) {
            socket.getOutputStream().write(chunk);
        }
    }

    private static void reset(Socket socket) throws IOException {
        // Without lingering, closing sends RST rather than FIN.
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static byte[] gzip(int zeros) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            byte[] chunk = new byte[10_000];
            for (int written = 0; written < zeros; written += chunk.length) {
                out.write(chunk);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] gzipAnswer(byte[] packed) {
        String head = OK + "Content-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n";
        return TransportContractTest.concatenated(head, packed);
    }
}
