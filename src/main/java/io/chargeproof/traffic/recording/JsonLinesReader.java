package io.chargeproof.traffic.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.NoAnswer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads lines of JSON, an exchange each: those of a run's {@code exchanges.jsonl}, and any in this minimal form:
 *
 * <pre>{@code
 * {"started": "2026-03-01T10:00:00.000Z", "duration-ms": 12,
 *  "request": {"method": "POST", "url": "https://…", "headers": {"accept": "application/json"}, "body": "{…}"},
 *  "answer": {"status": 200, "headers": {"content-type": "application/json"}, "body": "{…}"}}
 * }</pre>
 *
 * <p>Headers may also be a list of objects with {@code name} and {@code value}, and the value of one a list of values. A body is
 * text, or JSON as it stands, or in {@code body-base64} bytes; where it is left out it isn't known, and where it is empty there
 * was none. The answer may be called {@code response}; without one there was none. A line may also be an entry as HAR has it.
 */
final class JsonLinesReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final ApiAddresses addresses;
    private final Set<Part> leftOut;
    private final List<String> remarks = new ArrayList<>();

    /**
     * A reader of lines.
     *
     * @param leftOut what the whole recording leaves out where a line doesn't have it
     */
    JsonLinesReader(String name, ApiAddresses addresses, Set<Part> leftOut) {
        this.name = name;
        this.addresses = addresses;
        this.leftOut = Set.copyOf(leftOut);
    }

    RecordingEnd read(InputStream in, Consumer<RecordedExchange> next) throws IOException {
        EntrySink sink = new EntrySink(addresses, leftOut, next);
        List<Long> unreadable = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            line = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
            if (!line.isBlank() && !add(line, number, sink)) {
                unreadable.add(number);
            }
        }
        if (!unreadable.isEmpty()) {
            remark(unreadable, number);
        }
        return sink.end(name, remarks);
    }

    private void remark(List<Long> unreadable, long last) {
        boolean cut = unreadable.size() == 1 && unreadable.get(0) == last;
        remarks.add(
                cut
                        ? name + " ends early, in line " + last + "; what was whole before it is judged"
                        : name + " has " + unreadable.size() + " lines that are no exchange, the first of them line "
                                + unreadable.get(0) + "; they are passed over");
    }

    /** Whether the line is an exchange. */
    private boolean add(String line, long number, EntrySink sink) {
        JsonNode node;
        try {
            node = HarReader.MAPPER.readTree(line);
        } catch (JacksonException notJson) {
            return false;
        }
        JsonNode request = node.path("request");
        if (!request.path("method").isString() || !request.path("url").isString()) {
            return false;
        }
        sink.begin();
        boolean entry = request.has("postData") || node.path("response").has("content");
        RecordedMessage message = entry
                ? HarMessage.sent(request)
                : new RecordedMessage(
                        HarMessage.method(request), request.path("url").stringValue(), headers(request), body(request));
        sink.wanted(message)
                .ifPresent(wanted ->
                        sink.add(name + ", line " + number, wanted, entry ? HarReader.came(node) : came(node)));
        return true;
    }

    private static EntrySink.Came came(JsonNode node) {
        JsonNode answer = node.has("answer") ? node.path("answer") : node.path("response");
        // A status that no answer ends with, such as 0, is how tools write that none came.
        boolean none = answer.path("status").asInt(0) < HarMessage.FIRST_FINAL_STATUS;
        Body body = body(answer);
        Headers headers = headers(answer);
        boolean known = none || (body != null && !headers.fields().isEmpty());
        return new EntrySink.Came(
                none
                        ? new NoAnswer(NoAnswer.Cause.RESET, "the recording has no answer")
                        : new HttpAnswer(
                                answer.path("status").asInt(),
                                headers.without("Content-Encoding"),
                                body == null ? Body.EMPTY : body,
                                answer.path("cut").asBoolean(false)),
                RecordedTime.moment(node.path("started")),
                RecordedTime.milliseconds(node.path("duration-ms")),
                known ? Set.of() : Set.of(Part.ANSWER_BODY));
    }

    private static Headers headers(JsonNode message) {
        JsonNode headers = message.path("headers");
        return headers.isObject()
                ? new Headers(headers.properties().stream()
                        .flatMap(each -> values(each.getValue())
                                .map(value -> new Headers.Field(each.getKey(), value.asString(""))))
                        .toList())
                : HarMessage.headers(message);
    }

    private static Stream<JsonNode> values(JsonNode value) {
        return value.isArray() ? value.valueStream() : Stream.of(value);
    }

    private static @Nullable Body body(JsonNode message) {
        JsonNode text = message.path("body");
        if (text.isString()) {
            return message.has("body-charset")
                    ? Body.of(text.stringValue().getBytes(ISO_8859_1))
                    : Body.of(text.stringValue());
        }
        if (text.isContainer()) {
            return Body.of(text.toString());
        }
        try {
            JsonNode bytes = message.path("body-base64");
            return bytes.isString() ? Body.of(Base64.getDecoder().decode(bytes.stringValue())) : null;
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }
}
