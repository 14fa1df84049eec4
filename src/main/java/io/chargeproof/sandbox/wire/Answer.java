package io.chargeproof.sandbox.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An answer as it goes out.
 *
 * @param status the HTTP status
 * @param headers the header fields, one value each, names in lower case
 * @param body the body
 */
public record Answer(int status, Map<String, String> headers, Bytes body) {
    /** No answer at all: the connection is closed. */
    public static final Answer HANG_UP = new Answer(0, Map.of(), Bytes.NONE);

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** The same with another status. */
    public Answer withStatus(int other) {
        return new Answer(other, headers, body);
    }

    /** The same with a header field set. */
    public Answer withHeader(String name, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(name.toLowerCase(Locale.ROOT), value);
        return new Answer(status, changed, body);
    }

    /** The same without a header field. */
    public Answer withoutHeader(String name) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.remove(name.toLowerCase(Locale.ROOT));
        return new Answer(status, changed, body);
    }

    /** The same with another body. */
    public Answer withBody(Bytes other) {
        return new Answer(status, headers, other);
    }
}
