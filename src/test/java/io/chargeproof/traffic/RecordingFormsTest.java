package io.chargeproof.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.traffic.recording.ApiAddresses;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.recording.Recording;
import io.chargeproof.traffic.recording.RecordingEnd;
import io.chargeproof.traffic.recording.UnreadableRecording;
import io.chargeproof.traffic.seeded.ClientSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Recordings in the forms in which tools write them, whole and cut off. */
class RecordingFormsTest {
    private static final List<Exchange> SESSION = new Traffic()
            .add(ClientSession.creation(), 200, ClientSession.CREATED)
            .add(ClientSession.read(), 200, ClientSession.SHOWN)
            .add(ClientSession.post(), 200, ClientSession.SUCCESS)
            .exchanges();

    @TempDir
    Path folder;

    private final List<RecordedExchange> read = new ArrayList<>();

    @Test
    void reads_what_tools_write_otherwise_than_the_standard_has_it() throws IOException {
        String odd = HarFile.text(SESSION.subList(0, 1))
                .replace("\"method\":\"POST\"", "\"method\":\"post\"")
                .replaceAll("(\"content\":\\{\"size\":)(\\d+)", "$1$20");
        read(Files.writeString(folder.resolve("short.har"), odd));
        String told = odd.replace(
                "\"name\":\"Content-Type\",\"value\":\"application/json\"}],\"bodySize\"",
                "\"name\":\"Content-Length\",\"value\":\"" + ClientSession.CREATED.length() + "\"}],\"bodySize\"");
        read(Files.writeString(folder.resolve("told.har"), told));

        assertThat(read).extracting(each -> each.request().method()).containsExactly(HttpMethod.POST, HttpMethod.POST);
        assertThat(read).extracting(each -> each.knows(Part.ANSWER_BODY)).containsExactly(false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chromium.har", "mitmproxy.har", "charles.har", "firefox.har", "postman.har"})
    void reads_what_each_tool_writes(String name) {
        RecordingEnd end = read(resource(name));

        assertThat(end.remarks()).isEmpty();
        assertThat(read)
                .extracting(each -> each.request().purpose().operation())
                .containsExactly("create", "user-get-details");
        assertThat(read).allSatisfy(each -> {
            assertThat(each.sentJson()).isPresent();
            assertThat(each.answerJson()).isPresent();
            assertThat(each.knows(Part.TIME)).isTrue();
            assertThat(each.exchange().status()).contains(200);
        });
        assertThat(read.get(1)
                        .answerJson()
                        .orElseThrow()
                        .path("user")
                        .path("last-name")
                        .asString())
                .isEqualTo("Müller");
        assertThat(Judged.of(resource(name)).broken()).isEmpty();
    }

    @Test
    void passes_over_preflights_pages_and_blocked_requests_of_a_browser() {
        RecordingEnd end = read(resource("chromium.har"));

        assertThat(end.entries()).isEqualTo(6);
        assertThat(end.ofApis()).isEqualTo(2);
    }

    @Test
    void a_browser_that_leaves_the_authorization_out_blames_nobody() {
        Judged judged = Judged.of(resource("chromium.har"));

        assertThat(judged.with(Outcome.NOT_TESTED)).contains("EVC-CLIENT-2");
        assertThat(judged.result("EVC-CLIENT-2").reason())
                .isEqualTo("it would take a request to the Customer API, with its Authorization (browsers leave it out"
                        + " unless told otherwise)");
    }

    /** Whoever takes a header field out of a recording takes it out of every request, and the answers tell that it was there. */
    @Test
    void what_every_request_lacks_that_succeeds_was_not_recorded() throws IOException {
        List<Exchange> all = SESSION.stream()
                .map(each -> without(each, each.request().headers().without("Authorization")))
                .toList();
        List<Exchange> some = List.of(SESSION.get(0), all.get(1), all.get(2));
        List<Exchange> refused = new Traffic()
                .add(ClientSession.without("Authorization").apply(ClientSession.creation()), 403, "{\"data\":\"who?\"}")
                .exchanges();

        assertThat(Judged.of(all).broken()).isEmpty();
        assertThat(Judged.of(all).with(Outcome.NOT_TESTED)).contains("EVC-CLIENT-2");
        assertThat(Judged.of(all).result("OIOI-CLIENT-2").outcome()).isEqualTo(Outcome.CONFORMS);
        assertThat(Judged.of(some).broken()).containsExactly("OIOI-CLIENT-2", "OIOI-KEY-1");
        assertThat(Judged.of(refused).broken()).containsExactly("EVC-CLIENT-2");
        assertThat(Judged.of(folder("""
                                {"request":{"method":"PUT","url":"https://e.example.com/api/rest/customer/7","headers":{"accept":"application/json","X-Request-ID":"1","x-api-version":"1.1.1"},"body":{"first_name":"Jan"}},"answer":{"status":200,"headers":{"content-type":"application/json"},"body":{}}}
                                """)).broken()).isEmpty();
    }

    private static Exchange without(Exchange each, Headers headers) {
        return new Exchange(
                each.number(),
                each.request().withHeaders(headers),
                each.reply(),
                each.attempts(),
                each.started(),
                each.duration());
    }

    private Path folder(String lines) throws IOException {
        return Files.writeString(folder.resolve("lines.ndjson"), lines, UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "null", "\"\""})
    void a_status_that_no_answer_ends_with_is_no_answer(String status) throws IOException {
        String line = """
                {"started":"2026-03-01T10:00:00Z","duration-ms":9,"request":{"method":"POST","url":"https://o.example.com/r","headers":{"Authorization":"key=abc","Content-Type":"application/json"},"body":%s},"answer":{"status":%s,"headers":{}}}
                """;
        assertThat(Judged.of(folder(line.formatted(quoted(ClientSession.READ), status)))
                        .broken())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"method\":\"GET\"",
                "\"method\":\"PUT\",\"body\":\"{}\"",
                "\"method\":\"POST\",\"body\":\"\"",
                "\"method\":\"POST\",\"body\":\"{}\"",
                "\"method\":\"POST\",\"body\":\"[1]\"",
                "\"method\":\"POST\",\"body\":\"{user\""
            })
    void what_goes_where_calls_go_is_a_call(String damaged) throws IOException {
        String call = """
                {"request":{%s,"url":"https://o.example.com/r","headers":{"Authorization":"key=abc","Content-Type":"application/json"}},"answer":{"status":400,"headers":{"content-type":"application/json"},"body":{"result":{"code":230,"message":"no"}}}}
                """;
        String first = call.formatted("\"method\":\"POST\",\"body\":" + quoted(ClientSession.READ))
                .replace("230", "145");

        assertThat(Judged.of(folder(first + call.formatted(damaged))).broken()).containsExactly("OIOI-CLIENT-1");
        assertThat(Judged.of(folder(first + call.formatted(damaged).replace("example.com/r", "example.com/health")))
                        .broken())
                .isEmpty();
        assertThat(Judged.of(folder(first + call.formatted("\"method\":\"POST\",\"body\":\"{\\\"station-get\\\":1}\"")))
                        .broken())
                .isEmpty();
    }

    @Test
    void a_report_says_what_was_passed_over_where_something_was() {
        assertThat(Judged.of(SESSION).report().notices()).contains("3 recorded exchanges are of the APIs");
        assertThat(Judged.of(resource("chromium.har")).report().notices())
                .anySatisfy(notice -> assertThat(notice)
                        .startsWith(
                                "2 of 6 recorded exchanges are of the APIs, the others were passed over, such as to"));
    }

    @Test
    void without_bodies_only_heads_are_judged() {
        Judged judged = Judged.of(resource("without-bodies.har"));

        assertThat(judged.broken()).isEmpty();
        assertThat(judged.with(Outcome.CONFORMS))
                .containsExactlyInAnyOrder(
                        "EVC-CLIENT-1", "EVC-CLIENT-2", "EVC-CLIENT-3", "EVC-CLIENT-4", "EVC-CLIENT-11", "EVC-HTTP-2");
    }

    @Test
    void what_was_whole_before_a_cut_is_judged_wherever_it_is_cut() throws IOException {
        String whole = HarFile.text(SESSION);
        for (int length = whole.length() - 1; length > whole.indexOf("entries"); length -= 97) {
            Path file = Files.writeString(folder.resolve("cut.har"), whole.substring(0, length), UTF_8);
            read.clear();
            RecordingEnd end = read(file);
            assertThat(end.remarks())
                    .singleElement()
                    .asString()
                    .startsWith("cut.har ends early, in entry " + end.entries());
            assertThat(read).hasSize(length == whole.length() - 1 ? 3 : read.size());
            assertThat(read).allSatisfy(each -> assertThat(each.answerJson()).isPresent());
        }
        assertThat(read).isEmpty();
    }

    @Test
    void reads_lines_of_the_minimal_form() throws IOException {
        Path file = Files.writeString(folder.resolve("log.jsonl"), """
                {"request":{"method":"POST","url":"https://o.example.com/r","headers":{"Authorization":"key=abc"},"body":%s},"answer":{"status":200}}

                {"request":{"method":"GET","url":"https://o.example.com/health"},"answer":{"status":200}}
                {"request":{"method":"POST","url":"https://o.ex""".formatted(quoted(ClientSession.READ)), UTF_8);

        RecordingEnd end = read(file);

        assertThat(end)
                .isEqualTo(new RecordingEnd(
                        2,
                        1,
                        List.of("log.jsonl ends early, in line 4; what was whole before it is judged"),
                        List.of("o.example.com/health")));
        assertThat(read).singleElement().satisfies(each -> {
            assertThat(each.place()).isEqualTo("log.jsonl, line 1");
            assertThat(each.missing()).containsExactlyInAnyOrder(Part.ANSWER_BODY, Part.TIME);
        });
    }

    /** As logs of others have lines: with a byte order mark, lists of values, bodies that are JSON, and other names. */
    @Test
    void reads_lines_that_others_write() throws IOException {
        String start = "{\"startedDateTime\":\"2026-03-01T10:00:00+01:00\",\"time\":3,\"request\":{\"method\":\"put\","
                + "\"url\":\"https://e.example.com/api/rest/customer/7\",";
        String own = start + "\"headers\":{\"Accept\":[\"application/json\",\"text/plain\"],\"X-Request-ID\":12},"
                + "\"body\":{\"first_name\":\"Zoë\"}},";
        String entry = start + "\"headers\":[{\"name\":\"Accept\",\"value\":\"application/json\"}],"
                + "\"postData\":{\"text\":\"{\\\"first_name\\\":\\\"Zoë\\\"}\"}},";
        String answer =
                "\"response\":{\"status\":200,\"headers\":{\"content-type\":\"application/json\"},\"body\":{}}}";
        String ofHar =
                "\"response\":{\"status\":200,\"headers\":[{\"name\":\"content-type\",\"value\":\"application/json\"}],"
                        + "\"content\":{\"mimeType\":\"application/json\",\"text\":\"{}\"}}}";

        RecordingEnd end = read(Files.writeString(
                folder.resolve("log.ndjson"), "\uFEFF" + own + answer + "\r\n\r\n" + entry + ofHar + "\r\n", UTF_8));

        assertThat(end).isEqualTo(new RecordingEnd(2, 2, List.of(), List.of()));
        assertThat(read).allSatisfy(each -> {
            assertThat(each.request().method()).isEqualTo(HttpMethod.PUT);
            assertThat(each.sentJson().orElseThrow().path("first_name").asString())
                    .isEqualTo("Zoë");
            assertThat(each.exchange().status()).contains(200);
            assertThat(each.answerJson()).isPresent();
            assertThat(each.header("accept")).contains("application/json");
        });
        assertThat(read.get(0).request().headers().fields())
                .extracting(field -> field.name() + ": " + field.value())
                .containsExactly("Accept: application/json", "Accept: text/plain", "X-Request-ID: 12");
        // No request has an Authorization, and they succeed.
        assertThat(read.get(1).missing()).containsExactly(Part.AUTHORIZATION);
        assertThat(read.get(0).missing()).containsExactlyInAnyOrder(Part.TIME, Part.AUTHORIZATION);
    }

    @Test
    void reads_what_is_packed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(HarFile.text(SESSION).getBytes(UTF_8));
        }
        assertThat(read(Files.write(folder.resolve("session.har.gz"), bytes.toByteArray()))
                        .ofApis())
                .isEqualTo(3);
    }

    @Test
    void undoes_codings_that_a_tool_left() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(ClientSession.CREATED.getBytes(UTF_8));
        }
        String text = Base64.getEncoder().encodeToString(packed.toByteArray());
        read(har(
                "{\"size\":-1,\"mimeType\":\"application/json\",\"encoding\":\"base64\",\"text\":\"" + text + "\"}",
                "gzip"));
        assertThat(read.get(0).answerJson()).isPresent();

        read.clear();
        read(har(
                "{\"size\":-1,\"mimeType\":\"application/json\",\"encoding\":\"base64\",\"text\":\"CwCAAwM=\"}", "br"));
        assertThat(read.get(0).missing()).contains(Part.ANSWER_BODY);
    }

    @Test
    void a_body_that_is_shorter_than_its_size_is_not_known() throws IOException {
        read(har("{\"size\":900,\"mimeType\":\"application/json\",\"text\":\"{}\"}", "identity"));

        assertThat(read.get(0).knows(Part.ANSWER_BODY)).isFalse();
    }

    @Test
    void sorts_what_ran_at_the_same_time() {
        List<Exchange> swapped = List.of(SESSION.get(1), SESSION.get(0), SESSION.get(2));
        Judged judged = Judged.of(swapped);

        assertThat(judged.report().exchanges())
                .extracting(each -> each.request().purpose().operation())
                .containsExactly("create", "user-get-details", "user-post-details");
    }

    @Test
    void says_what_is_no_recording() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "nothing\nof it\n", UTF_8);

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnreadableRecording.class)
                .hasMessage(
                        file + " holds no exchange: it is neither HAR nor lines of JSON with a request and an answer"
                                + " each; export the traffic as HAR 1.2");
        assertThatThrownBy(() -> read(folder.resolve("absent.har")))
                .isInstanceOf(UnreadableRecording.class)
                .hasMessage(folder.resolve("absent.har")
                        + " doesn't exist; name a file of recorded traffic, such as a HAR");
    }

    private RecordingEnd read(Path file) {
        return new Recording(file, ApiAddresses.anywhere()).read(each -> each, read::add);
    }

    private Path har(String content, String coding) throws IOException {
        return Files.writeString(folder.resolve("one.har"), """
                {"log":{"version":"1.2","entries":[{"startedDateTime":"2026-03-01T10:00:00.000Z","time":5,
                "request":{"method":"POST","url":"https://e.example.com/api/rest/customer","headers":[],"bodySize":2,
                "postData":{"mimeType":"application/json","text":"{}"}},
                "response":{"status":200,"headers":[{"name":"Content-Encoding","value":"%s"},
                {"name":"Content-Type","value":"application/json"}],"content":%s}}]}}""".formatted(coding, content), UTF_8);
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(RecordingFormsTest.class.getResource("/traffic/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
