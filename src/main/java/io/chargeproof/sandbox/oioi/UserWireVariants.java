package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;
import static io.chargeproof.sandbox.provider.Deviation.variant;

import io.chargeproof.sandbox.behaviour.FlakyResponses;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Bytes;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.RequestPipeline;
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

/** Variants of the user calls in HTTP and in how JSON is written. */
public final class UserWireVariants {
    private static final Duration SLOW = Duration.ofMillis(300);
    private static final int SLOW_EVERY = 10;
    private static final int HICCUP_EVERY = 25;
    private static final List<Integer> HICCUPS = List.of(429, 502, 503, 504, 408);

    private static final Answer UNSUPPORTED = new Answer(
            415,
            Map.of("content-type", "application/json"),
            Bytes.of("{\"result\":{\"code\":230,\"message\":\"Invalid request format\"}}"));

    static final List<Deviation<UserRecords>> VARIANTS = List.of(
            variant("oioi-json-names-its-charset")
                    .of("OIOI-HTTP-2")
                    .says("The media type bears a charset parameter; it is a JSON media type all the same.")
                    .by(written(UserWireVariants::withCharset)),
            variant("oioi-json-called-latin-1")
                    .of("OIOI-HTTP-2")
                    .says("Answers of ASCII alone are called Latin-1; the bytes mean the same in either.")
                    .by(written(UserWireVariants::calledLatin1)),
            variant("oioi-charset-415")
                    .of("OIOI-HTTP-5")
                    .says("A call whose media type names a charset gets 415; the transport chapter shows it "
                            + "without.")
                    .by(charsetRefused()),
            variant("oioi-json-of-a-vendor")
                    .of("OIOI-HTTP-2")
                    .says("The media type is a vendor's own with +json; it is a JSON media type all the same.")
                    .feltByClients()
                    .by(written(UserWireVariants::ofVendor)),
            variant("oioi-more-headers")
                    .of("OIOI-HTTP-2")
                    .says("Answers have a cookie and other header fields; the transport chapter forbids none.")
                    .by(written(UserWireVariants::withMoreHeaders)),
            variant("oioi-connection-closed")
                    .of("OIOI-HTTP-2")
                    .says("The connection is closed after each answer; the transport chapter doesn't ask for it "
                            + "to be kept.")
                    .feltByClients()
                    .by(written(answer -> answer.withHeader("connection", "close"))),
            variant("oioi-members-in-reverse")
                    .of("OIOI-HTTP-2")
                    .says("Members come in another order; JSON has none.")
                    .feltByClients()
                    .by(ofUsers(Writing.class, next -> draft -> {
                        JsonNode body = draft.body();
                        return next.write(body == null ? draft : draft.withBody(reversed(body)));
                    })),
            variant("oioi-one-request-at-a-time")
                    .of("OIOI-HTTP-4")
                    .says("A call that comes while another is under way gets 429, to be made again; that is the "
                            + "environment and not the API.")
                    .by(service -> service.with(
                            RequestPipeline.class, FlakyResponses.oneAtATime(Duration.ofMillis(3), hiccup(429)))),
            variant("oioi-429-beyond-a-rate")
                    .of("OIOI-HTTP-4")
                    .says(
                            "More than 40 calls within 0.2 s get 429 without Retry-After; that is the environment and not "
                                    + "the API.")
                    .by(service -> service.with(
                            RequestPipeline.class,
                            FlakyResponses.limited(40, Duration.ofMillis(200), new Answer(429, Map.of(), Bytes.NONE)))),
            variant("oioi-white-space")
                    .of("OIOI-HTTP-2")
                    .says("Answers have white space between and around; JSON leaves it free.")
                    .by(written(answer ->
                            answer.withBody(Bytes.of(spaced(answer.body().text()))))),
            variant("oioi-letters-escaped")
                    .of("OIOI-HTTP-2")
                    .says("Letters beyond ASCII, and slashes, are escaped; JSON leaves it free.")
                    .feltByClients()
                    .by(written(answer ->
                            answer.withBody(Bytes.of(escaped(answer.body().text()))))),
            variant("oioi-gzip")
                    .of("OIOI-HTTP-2")
                    .says("Answers are compressed for clients that accept it; that is for HTTP to say.")
                    .feltByClients()
                    .by(gzip()),
            variant("oioi-slow")
                    .of("OIOI-HTTP-4")
                    .says("Every tenth answer takes 300 milliseconds longer; the pages set no time.")
                    .by(slow()),
            variant("oioi-503-at-first")
                    .of("OIOI-HTTP-4")
                    .says("The first request gets 503 and is to come again after a second; the transport chapter has "
                            + "clients try again.")
                    .feltByClients()
                    .by(busyAtFirst()),
            variant("oioi-hiccups")
                    .of("OIOI-HTTP-4")
                    .says("Every 25th request gets 408, 429, 502, 503 or 504 and isn't carried out; the "
                            + "transport chapter has clients try again.")
                    .by(hiccups()));

    private UserWireVariants() {}

    private static Variation<UserRecords> busyAtFirst() {
        Answer busy = new Answer(503, Map.of("retry-after", "1"), Bytes.NONE);
        return service -> ofUsers(RequestPipeline.class, FlakyResponses.once(request -> true, busy))
                .vary(service);
    }

    private static Variation<UserRecords> written(UnaryOperator<Answer> change) {
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
        return answer.withBody(Bytes.of(escaped(answer.body().text())))
                .withHeader("content-type", "application/json; charset=iso-8859-1");
    }

    private static Variation<UserRecords> charsetRefused() {
        return ofUsers(
                RequestPipeline.class,
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

    private static Variation<UserRecords> gzip() {
        return ofUsers(RequestPipeline.class, next -> (pipeline, request) -> {
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

    private static Bytes zipped(Bytes body) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(body.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.of(zipped.toByteArray());
    }

    private static Variation<UserRecords> slow() {
        return service -> {
            AtomicInteger requests = new AtomicInteger();
            return service.with(RequestPipeline.class, next -> (pipeline, request) -> {
                if (requests.incrementAndGet() % SLOW_EVERY == 0) {
                    LockSupport.parkNanos(SLOW.toNanos());
                }
                return next.answer(pipeline, request);
            });
        };
    }

    /** Every so many requests one isn't carried out; sent again, it is. */
    private static Variation<UserRecords> hiccups() {
        return service -> {
            AtomicInteger requests = new AtomicInteger();
            return service.with(RequestPipeline.class, next -> (pipeline, request) -> {
                int number = requests.incrementAndGet();
                return number % HICCUP_EVERY == 0
                        ? hiccup(HICCUPS.get(number / HICCUP_EVERY % HICCUPS.size()))
                        : next.answer(pipeline, request);
            });
        };
    }

    private static Answer hiccup(int status) {
        return new Answer(status, Map.of("content-type", "text/html", "retry-after", "0"), Bytes.of("<h1>Busy</h1>"));
    }
}
