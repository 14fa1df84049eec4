package io.chargeproof.exchange;

import java.net.URI;

/**
 * One request, complete: an adapter adds nothing to it but {@code Host}, {@code Content-Length}, {@code Connection},
 * {@code Accept-Encoding} and {@code User-Agent}.
 *
 * @param method the method
 * @param uri the absolute address, its path sent as it stands, percent-encoding included
 * @param headers the header fields
 * @param body the body; an empty one is sent as no bytes
 * @param purpose what it is for
 * @param resend whether it may be sent again
 */
public record HttpRequest(
        HttpMethod method, URI uri, Headers headers, Body body, RequestPurpose purpose, Idempotency resend) {
    public HttpRequest {
        if (!uri.isAbsolute() || uri.getHost() == null) {
            throw new IllegalArgumentException("a request needs an absolute http or https address, not '" + uri + "'");
        }
    }

    /** The same with other header fields. */
    public HttpRequest withHeaders(Headers other) {
        return new HttpRequest(method, uri, other, body, purpose, resend);
    }

    /** The same with another body. */
    public HttpRequest withBody(Body other) {
        return new HttpRequest(method, uri, headers, other, purpose, resend);
    }

    /** The same, with what is special about it in a few words. */
    public HttpRequest named(String variant) {
        return withPurpose(purpose.as(variant));
    }

    /** The same for another purpose. */
    public HttpRequest withPurpose(RequestPurpose other) {
        return new HttpRequest(method, uri, headers, body, other, resend);
    }
}
