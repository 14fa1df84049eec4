package io.chargeproof.sandbox.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer before it is written: its body is still a JSON value.
 *
 * @param status the HTTP status
 * @param headers the header fields beside {@code Content-Type}, names in lower case
 * @param body the body, if there is one
 */
public record Draft(
        int status, Map<String, String> headers, @Nullable JsonNode body) {
    public Draft {
        headers = Map.copyOf(headers);
    }

    /** A draft without header fields of its own. */
    public static Draft of(int status, @Nullable JsonNode body) {
        return new Draft(status, Map.of(), body);
    }

    /** The same with another status. */
    public Draft withStatus(int other) {
        return new Draft(other, headers, body);
    }

    /** The same with a header field set. */
    public Draft withHeader(String name, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(name.toLowerCase(Locale.ROOT), value);
        return new Draft(status, changed, body);
    }

    /** The same with another body, or with none. */
    public Draft withBody(@Nullable JsonNode other) {
        return new Draft(status, headers, other);
    }

    /** The same with its body edited, where that is an object. */
    public Draft edited(Consumer<ObjectNode> edit) {
        if (!(body instanceof ObjectNode object)) {
            return this;
        }
        ObjectNode copy = object.deepCopy();
        edit.accept(copy);
        return withBody(copy);
    }
}
