package io.chargeproof.sandbox.freedom;

import static io.chargeproof.sandbox.provider.Variation.ofUsers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Exchanging;
import io.chargeproof.sandbox.wire.Octets;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.Writing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Freedoms of the user calls in HTTP and in how JSON is written. */
final class UserWireFreedoms {
    private static final Duration SLOW = Duration.ofMillis(300);
    private static final int SLOW_EVERY = 10;
    private static final int HICCUP_EVERY = 25;
    private static final List<Integer> HICCUPS = List.of(429, 502, 503, 504, 408);

    private static final Answer UNSUPPORTED = new Answer(
            415,
            Map.of("content-type", "application/json"),
            Octets.of("{\"result\":{\"code\":230,\"message\":\"Invalid request format\"}}"));

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-json-names-its-charset", written(UserWireFreedoms::withCharset)),
            entry("oioi-json-called-latin-1", written(UserWireFreedoms::calledLatin1)),
            entry("oioi-charset-415", charsetRefused()),
            entry("oioi-json-of-a-vendor", written(UserWireFreedoms::ofVendor)),
            entry("oioi-more-headers", written(UserWireFreedoms::withMoreHeaders)),
            entry("oioi-connection-closed", written(answer -> answer.withHeader("connection", "close"))),
            entry("oioi-members-in-reverse", ofUsers(Writing.class, next -> draft -> {
                JsonNode body = draft.body();
                return next.write(body == null ? draft : draft.withBody(reversed(body)));
            })),
            entry(
                    "oioi-white-space",
                    written(answer ->
                            answer.withBody(Octets.of(spaced(answer.body().text()))))),
            entry(
                    "oioi-letters-escaped",
                    written(answer ->
                            answer.withBody(Octets.of(escaped(answer.body().text()))))),
            entry("oioi-gzip", gzip()),
            entry("oioi-slow", slow()),
            entry("oioi-hiccups", hiccups()));

    private UserWireFreedoms() {}

    private static Variation written(UnaryOperator<Answer> change) {
        return ofUsers(Writing.class, next -> draft -> {
            Answer answer = next.write(draft);
            return answer.body().size() == 0 ? answer : change.apply(answer);
        });
    }

    private static Answer withCharset(Answer answer) {
        String type = answer.headers().getOrDefault("content-type", "application/json");
        return answer.withHeader("content-type", type + "; charset=utf-8");
    }

    private static Answer calledLatin1(Answer answer) {
        return answer.withBody(Octets.of(escaped(answer.body().text())))
                .withHeader("content-type", "application/json; charset=iso-8859-1");
    }

    private static Variation charsetRefused() {
        return ofUsers(
                Exchanging.class,
                next -> (pipeline, request) ->
                        request.headers().all("content-type").stream().anyMatch(type -> type.contains("charset"))
                                ? UNSUPPORTED
                                : next.answer(pipeline, request));
    }

    private static Answer ofVendor(Answer answer) {
        String type = answer.headers().getOrDefault("content-type", "application/json");
        return answer.withHeader("content-type", type.replace("application/json", "application/vnd.oioi.v4+json"));
    }

    private static Answer withMoreHeaders(Answer answer) {
        return answer.withHeader("set-cookie", "node=7; Path=/; HttpOnly")
                .withHeader("server", "oioi")
                .withHeader("cache-control", "no-store")
                .withHeader("strict-transport-security", "max-age=31536000");
    }

    private static JsonNode reversed(JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        List<String> names = new ArrayList<>(object.propertyNames());
        Collections.reverse(names);
        ObjectNode reversed = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> reversed.set(name, reversed(object.path(name))));
        return reversed;
    }

    private static String spaced(String json) {
        StringBuilder spaced = new StringBuilder("\r\n");
        boolean within = false;
        boolean escaped = false;
        for (int at = 0; at < json.length(); at++) {
            char letter = json.charAt(at);
            within ^= letter == '"' && !escaped;
            escaped = within && letter == '\\' && !escaped;
            spaced.append(letter).append(!within && "{:,".indexOf(letter) >= 0 ? "\n\t " : "");
        }
        return spaced.append("\n\n").toString();
    }

    private static String escaped(String json) {
        StringBuilder escaped = new StringBuilder();
        for (int at = 0; at < json.length(); at++) {
            char letter = json.charAt(at);
            escaped.append(
                    letter > '~'
                            ? String.format("\\u%04x", (int) letter)
                            : letter == '/' ? "\\/" : String.valueOf(letter));
        }
        return escaped.toString();
    }

    private static Variation gzip() {
        return ofUsers(Exchanging.class, next -> (pipeline, request) -> {
            Answer answer = next.answer(pipeline, request);
            return answer.body().size() > 0 && takesGzip(request)
                    ? answer.withHeader("content-encoding", "gzip")
                            .withHeader("vary", "accept-encoding")
                            .withBody(zipped(answer.body()))
                    : answer;
        });
    }

    private static boolean takesGzip(Request request) {
        return request.headers().all("accept-encoding").stream().anyMatch(value -> value.contains("gzip"));
    }

    private static Octets zipped(Octets body) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(body.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Octets.of(zipped.toByteArray());
    }

    private static Variation slow() {
        return provider -> {
            AtomicInteger requests = new AtomicInteger();
            return provider.withUserStep(Exchanging.class, next -> (pipeline, request) -> {
                if (requests.incrementAndGet() % SLOW_EVERY == 0) {
                    LockSupport.parkNanos(SLOW.toNanos());
                }
                return next.answer(pipeline, request);
            });
        };
    }

    /** Every so many requests one isn't carried out; sent again, it is. */
    private static Variation hiccups() {
        return provider -> {
            AtomicInteger requests = new AtomicInteger();
            return provider.withUserStep(Exchanging.class, next -> (pipeline, request) -> {
                int number = requests.incrementAndGet();
                return number % HICCUP_EVERY == 0
                        ? hiccup(HICCUPS.get(number / HICCUP_EVERY % HICCUPS.size()))
                        : next.answer(pipeline, request);
            });
        };
    }

    private static Answer hiccup(int status) {
        return new Answer(status, Map.of("content-type", "text/html", "retry-after", "0"), Octets.of("<h1>Busy</h1>"));
    }
}
