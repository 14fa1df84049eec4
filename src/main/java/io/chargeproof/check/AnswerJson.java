package io.chargeproof.check;

import io.chargeproof.exchange.HttpAnswer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of an answer as JSON (RFC 8259), or why it isn't any. */
public sealed interface AnswerJson {
    /**
     * Well-formed JSON in UTF-8.
     *
     * @param value the value
     * @param repeated the names that an object in it has more than once; the last value of each counts
     */
    record WellFormed(JsonNode value, Set<String> repeated) implements AnswerJson {
        public WellFormed {
            repeated = Collections.unmodifiableSet(new LinkedHashSet<>(repeated));
        }
    }

    /**
     * Something else.
     *
     * @param why what is wrong with it
     */
    record Malformed(String why) implements AnswerJson {}

    /** Reads an answer's body, whatever its media type says. */
    static AnswerJson of(HttpAnswer answer) {
        if (answer.cut()) {
            return new Malformed("the body is longer than 1 MiB");
        }
        if (answer.body().isEmpty()) {
            return new Malformed("there is no body");
        }
        return answer.body().read(AnswerJson.class, Reading::read);
    }

    /** The value, where there is a well-formed one. */
    static Optional<JsonNode> valueOf(HttpAnswer answer) {
        return of(answer) instanceof WellFormed json ? Optional.of(json.value()) : Optional.empty();
    }

    /** What to know of an answer whose objects have a name more than once, as others may read it otherwise; or empty. */
    static String ambiguity(HttpAnswer answer) {
        return of(answer) instanceof WellFormed json && !json.repeated().isEmpty()
                ? " (the answer has '" + String.join("', '", json.repeated())
                        + "' more than once in one object; the last was taken)"
                : "";
    }

    /** Holds if the answer is well-formed JSON in UTF-8 under a JSON media type. */
    static Judgement judge(HttpAnswer answer, String where) {
        String expected = "well-formed JSON in UTF-8 with a JSON media type";
        Optional<String> coding = Reading.unaskedCoding(answer);
        if (coding.isPresent()) {
            return Judgement.broken(
                    where + " is packed in a way that wasn't asked for: Content-Encoding is '" + coding.get() + "'",
                    expected + ", plain or as gzip",
                    "Content-Encoding: " + coding.get());
        }
        if (of(answer) instanceof Malformed malformed) {
            return Judgement.broken(where + " isn't JSON: " + malformed.why(), expected, malformed.why());
        }
        String type = answer.headers().first("Content-Type").orElse("");
        return Reading.isJson(type, answer.body().bytes())
                ? Judgement.HOLDS
                : Judgement.broken(
                        where + " is JSON, but its Content-Type "
                                + (type.isEmpty() ? "is missing" : "is '" + type + "'"),
                        expected,
                        type.isEmpty() ? "no Content-Type" : "Content-Type: " + type);
    }

    /** How bytes are read. */
    final class Reading {
        /** As deep as can be walked and written again; an answer that echoes any request of ours isn't that deep. */
        private static final int DEEPEST = 500;

        private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxNumberLength(100_000)
                                .build())
                        .build())
                .build();
        private static final Pattern JSON_TYPE =
                Pattern.compile("(application/json|text/json|[\\w.!#$&^-]+/[\\w.!#$&^+-]+\\+json)");
        /** What the parser says to programmers, not about the answer. */
        private static final Pattern HINT =
                Pattern.compile("(?:: enable `| \\(start marker at| \\(bound as).*|, from `[^`]*`");

        private static final Pattern ASKED =
                Pattern.compile("(?i)((x-)?gzip|identity)(\\s*,\\s*((x-)?gzip|identity))*+");
        private static final Pattern CHARSET = Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)");

        private Reading() {}

        /** A content coding that no request of ours asks for. */
        static Optional<String> unaskedCoding(HttpAnswer answer) {
            return answer.headers()
                    .first("Content-Encoding")
                    .filter(coding ->
                            !coding.isBlank() && !ASKED.matcher(coding).matches());
        }

        static AnswerJson read(byte[] bytes) {
            if (bytes.length > 1 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b) {
                return new Malformed("the bytes are gzip, and no Content-Encoding says so");
            }
            String text;
            try {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                return new Malformed("the bytes aren't UTF-8");
            }
            try {
                if (text.isBlank()) {
                    return new Malformed("there is nothing but white space");
                }
                Optional<WellFormed> whole = WrittenJson.read(MAPPER, text);
                if (whole.isPresent()) {
                    return whole.get();
                }
                // What is wrong is said best by the mapper.
                MAPPER.readTree(text);
                return new Malformed("it can't be parsed");
            } catch (JacksonException e) {
                return new Malformed(reason(e));
            }
        }

        private static String reason(JacksonException e) {
            String first = e.getOriginalMessage().lines().findFirst().orElse("it can't be parsed");
            String plain = HINT.matcher(first).replaceAll("");
            return plain.length() > 160 ? plain.substring(0, 160) + "…" : plain;
        }

        static boolean isJson(String contentType, byte[] bytes) {
            String type = contentType.toLowerCase(Locale.ROOT).strip();
            String essence =
                    type.contains(";") ? type.substring(0, type.indexOf(';')).strip() : type;
            Matcher charset = CHARSET.matcher(type);
            return JSON_TYPE.matcher(essence).matches() && (!charset.find() || readsAlike(bytes, charset.group(1)));
        }

        /** A charset that is named wrongly does no harm where the bytes mean the same in it. */
        private static boolean readsAlike(byte[] bytes, String charset) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            try {
                return text.equals(new String(bytes, Charset.forName(charset)));
            } catch (IllegalArgumentException unknown) {
                return text.length() == bytes.length;
            }
        }
    }
}
