package io.chargeproof.traffic.recording;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Reply;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Requests and answers as HAR 1.2 writes them, with the ways in which tools differ. */
final class HarMessage {
    /** No answer ends with a lower status. */
    static final int FIRST_FINAL_STATUS = 200;

    private static final String DAMAGED = "\uFFFD";
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);

    private HarMessage() {}

    /**
     * An answer, or why there is none.
     *
     * @param missing what the recording leaves out of it
     */
    record Answer(Reply reply, Set<Part> missing) {}

    static Set<Part> with(Part part, Set<Part> others) {
        Set<Part> all = EnumSet.of(part);
        all.addAll(others);
        return all;
    }

    /** A request. */
    static RecordedMessage sent(JsonNode request) {
        Headers headers = headers(request);
        return new RecordedMessage(
                method(request), request.path("url").asString(""), headers, sentBody(request, headers));
    }

    /** The method; some tools write it in lower case. */
    static String method(JsonNode request) {
        return request.path("method").asString("").toUpperCase(Locale.ROOT);
    }

    /** The header fields but for those by which HTTP/2 writes the first line. */
    static Headers headers(JsonNode message) {
        List<Headers.Field> fields = new ArrayList<>();
        message.path("headers").valueStream().forEach(field -> {
            String name = field.path("name").asString("");
            if (!name.isEmpty() && !name.startsWith(":")) {
                fields.add(
                        new Headers.Field(name, field.path("value").asString("").strip()));
            }
        });
        return new Headers(fields);
    }

    /** The body of a request, or null where it isn't told. */
    private static @Nullable Body sentBody(JsonNode request, Headers headers) {
        JsonNode data = request.path("postData");
        Optional<byte[]> bytes = bytes(data);
        if (bytes.isPresent() && bytes.get().length > 0) {
            Body body = CodedBody.decoded(bytes.get(), headers).orElse(null);
            return body == null || isShort(body, headers.first("Content-Length").orElse("")) ? null : body;
        }
        boolean none = request.path("bodySize").asInt(-1) == 0
                || headers.first("Content-Length").filter("0"::equals).isPresent()
                || request.path("method").asString("").equals("GET");
        return none ? Body.EMPTY : null;
    }

    /** Whether there was more than was kept. */
    private static boolean isShort(Body body, String length) {
        return length.matches("\\d{1,9}") && Integer.parseInt(length) > body.size();
    }

    /** Some tools count a body twice; what the message itself says of its length counts for more. */
    private static boolean isOfItsLength(Body body, Headers headers) {
        return headers.first("Content-Length")
                .filter(Integer.toString(body.size())::equals)
                .isPresent();
    }

    static Answer answer(JsonNode response) {
        int status = response.path("status").asInt(0);
        if (status < FIRST_FINAL_STATUS) {
            String why =
                    response.path("_error").asString(response.path("statusText").asString(""));
            NoAnswer none = new NoAnswer(
                    NoAnswer.Cause.RESET, "the recording has no answer" + (why.isEmpty() ? "" : ": " + why));
            return new Answer(none, Set.of());
        }
        Headers headers = headers(response);
        JsonNode content = response.path("content");
        Headers told = headers.fields().isEmpty() ? typed(content) : headers;
        Optional<Body> body = body(status, response, content, headers);
        boolean known = body.isPresent() && !told.fields().isEmpty();
        return new Answer(
                // The coding is undone, and whether it was asked for isn't always recorded.
                new HttpAnswer(status, told.without("Content-Encoding"), body.orElse(Body.EMPTY), false),
                known ? Set.of() : Set.of(Part.ANSWER_BODY));
    }

    /** Where no header field is recorded, the media type stands beside the content. */
    private static Headers typed(JsonNode content) {
        String type = content.path("mimeType").asString("");
        return type.isEmpty() || type.equals("x-unknown")
                ? Headers.NONE
                : new Headers(List.of(new Headers.Field("Content-Type", type)));
    }

    private static Optional<Body> body(int status, JsonNode response, JsonNode content, Headers headers) {
        long size = content.path("size").asLong(-1);
        Optional<byte[]> bytes = bytes(content);
        if (bytes.isEmpty() || bytes.get().length == 0) {
            boolean none = WITHOUT_BODY.contains(status)
                    || headers.first("Content-Length").filter("0"::equals).isPresent()
                    || (size == 0 && response.path("bodySize").asLong(-1) == 0);
            return none ? Optional.of(Body.EMPTY) : Optional.empty();
        }
        return CodedBody.decoded(bytes.get(), headers)
                .filter(body -> size <= body.size() || isOfItsLength(body, headers));
    }

    /** The bytes of a text; none where there is no text, or where it was damaged when it was made text. */
    private static Optional<byte[]> bytes(JsonNode content) {
        if (!content.path("text").isString()) {
            return Optional.empty();
        }
        String text = content.path("text").stringValue();
        String encoding =
                content.path("encoding").asString(content.path("_encoding").asString(""));
        if (!encoding.equalsIgnoreCase("base64")) {
            return text.contains(DAMAGED)
                    ? Optional.empty()
                    : Optional.of(Body.of(text).bytes());
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
