package io.chargeproof.testdata;

import io.chargeproof.exchange.Body;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A body that isn't what the documents ask for as a whole.
 *
 * @param name what it is, in a few words
 * @param kind how it is judged
 * @param text the text itself, or that of a member more; empty where an edit makes it of the right body
 * @param edit what is done to the right body
 */
public record BrokenBody(String name, Kind kind, String text, Edit edit) {
    private static final List<BrokenBody> ALL = read();

    /** How a broken body is judged. */
    public enum Kind {
        /** RFC 8259 rejects it. */
        REJECTED,
        /** JSON, but no object. */
        NO_OBJECT,
        /** An object without members. */
        EMPTY_OBJECT,
        /** Odd, and left to the target. */
        TOLERATED
    }

    /** What is done to the right body, a JSON object. */
    public enum Edit {
        NONE,
        CUT,
        UNCLOSED,
        UNOPENED,
        TRAILING_COMMA,
        SINGLE_QUOTES,
        BARE_NAMES,
        COMMENT,
        TRAILING_TEXT,
        /** The text is a member more. */
        MEMBER,
        IN_LIST,
        IN_STRING,
        BYTE_ORDER_MARK,
        DUPLICATE_NAMES,
        LATIN_1,
        DEEP,
        LARGE
    }

    /** All there are. */
    public static List<BrokenBody> all() {
        return ALL;
    }

    /** Those of a kind. */
    public static List<BrokenBody> of(Kind kind) {
        return ALL.stream().filter(body -> body.kind() == kind).toList();
    }

    /** Whether one of that name is refused by every target that keeps to the documents. */
    public static boolean isRefused(String name) {
        return ALL.stream().anyMatch(body -> body.isRefused() && body.name().equals(name));
    }

    /** Whether every target that keeps to the documents refuses it. */
    public boolean isRefused() {
        return kind == Kind.REJECTED || kind == Kind.NO_OBJECT;
    }

    /** The bytes to send in place of the right body, the text of a JSON object with at least one member. */
    public Body inPlaceOf(String right) {
        String inner = right.substring(1, right.length() - 1);
        return switch (edit) {
            case NONE -> Body.of(text);
            case CUT -> Body.of(right.substring(0, right.length() - 2));
            case UNCLOSED -> Body.of(right.substring(0, right.length() - 1));
            case UNOPENED -> Body.of(right.substring(1));
            case TRAILING_COMMA -> Body.of("{" + inner + ",}");
            case SINGLE_QUOTES -> Body.of(right.replace('"', '\''));
            case BARE_NAMES -> Body.of(right.replaceAll("\"([\\w-]+)\":", "$1:"));
            case COMMENT -> Body.of("{/* a comment */" + inner + "}");
            case TRAILING_TEXT -> Body.of(right + " and more");
            case MEMBER -> Body.of(withMember(right, text));
            case IN_LIST -> Body.of("[" + right + "]");
            case IN_STRING -> Body.of(JsonMapper.shared().writeValueAsString(right));
            case BYTE_ORDER_MARK -> Body.of("\uFEFF" + right);
            case DUPLICATE_NAMES -> Body.of("{" + inner + "," + inner + "}");
            case LATIN_1 -> latin1(inner);
            case DEEP -> Body.of("{\"deep\":" + "[".repeat(400) + "]".repeat(400) + "," + inner + "}");
            case LARGE -> Body.of("{\"large\":\"" + "x".repeat(250_000) + "\"," + inner + "}");
        };
    }

    /** With a member more in the last object, so that it stands among members that may be ignored. */
    private static String withMember(String right, String member) {
        int innermost = right.lastIndexOf('{') + 1;
        return right.substring(0, innermost) + member + "," + right.substring(innermost);
    }

    private static Body latin1(String inner) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("{\"note\":\"M\u00fcnchen\",".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes((inner + "}").getBytes(StandardCharsets.UTF_8));
        return Body.of(bytes.toByteArray());
    }

    private static List<BrokenBody> read() {
        try (InputStream in = BrokenBody.class.getResourceAsStream("/testdata/bodies.json")) {
            JsonNode list = JsonMapper.shared().readTree(Objects.requireNonNull(in, "testdata/bodies.json is missing"));
            return list.valueStream().map(BrokenBody::body).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("testdata/bodies.json can't be read", e);
        }
    }

    private static BrokenBody body(JsonNode entry) {
        return new BrokenBody(
                entry.required("name").stringValue(),
                Kind.valueOf(entry.required("kind").stringValue()),
                entry.path("text").asString(""),
                Edit.valueOf(entry.path("edit").asString("NONE")));
    }
}
