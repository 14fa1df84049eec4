package io.chargeproof.sandbox.wire;

import java.util.Arrays;
import java.util.List;

/**
 * A request as it came.
 *
 * @param method the method
 * @param rawPath the path as it was sent, percent-encoding included
 * @param headers the header fields
 * @param body the body, at most {@link #LONGEST_BODY} bytes of it
 * @param oversized whether the body was longer than that
 * @param connection which connection it came on
 */
public record Request(
        String method, String rawPath, HeaderFields headers, Bytes body, boolean oversized, String connection) {
    /** The most bytes of a body that are read: 1 MiB. */
    public static final int LONGEST_BODY = 1 << 20;

    /** The path's segments, each decoded; one whose encoding can't be undone stays as it was sent. */
    public List<String> segments() {
        return Arrays.stream(rawPath.split("/", -1))
                .skip(1)
                .map(PercentEncoding::undo)
                .toList();
    }

    /** The same with another body. */
    public Request withBody(Bytes other) {
        return new Request(method, rawPath, headers, other, oversized, connection);
    }

    /** The same for another path. */
    public Request withRawPath(String other) {
        return new Request(method, other, headers, body, oversized, connection);
    }

    /** The same with another method. */
    public Request withMethod(String other) {
        return new Request(other, rawPath, headers, body, oversized, connection);
    }

    /** The same with other header fields. */
    public Request withHeaders(HeaderFields other) {
        return new Request(method, rawPath, other, body, oversized, connection);
    }
}
