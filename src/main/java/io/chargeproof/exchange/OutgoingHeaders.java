package io.chargeproof.exchange;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The header fields that an adapter hands to its client: the request's own, and what every request bears. */
public final class OutgoingHeaders {
    private static final String USER_AGENT = "User-Agent";
    private static final String ACCEPT_ENCODING = "Accept-Encoding";
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VISIBLE = Pattern.compile("[\\t\\x20-\\x7E]*");

    private OutgoingHeaders() {}

    /**
     * The fields as they go out.
     *
     * @throws IllegalArgumentException where HTTP can't carry a field, or the connection alone may set it
     */
    public static Headers of(HttpRequest request) {
        request.headers().fields().forEach(OutgoingHeaders::check);
        Headers named = withDefault(request.headers(), USER_AGENT, "chargeproof");
        return withDefault(named, ACCEPT_ENCODING, "gzip");
    }

    private static Headers withDefault(Headers headers, String name, String value) {
        return headers.first(name).isPresent() ? headers : headers.with(name, value);
    }

    private static void check(Headers.Field field) {
        if (!TOKEN.matcher(field.name()).matches()) {
            throw new IllegalArgumentException("a header can't be named '" + field.name() + "'");
        }
        if (OF_THE_CONNECTION.contains(field.name().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("the header '" + field.name() + "' is set by the connection alone");
        }
        // The value stays unsaid: it may be a secret.
        if (!VISIBLE.matcher(field.value()).matches()) {
            throw new IllegalArgumentException(
                    "the value of the header '" + field.name() + "' has a character that is neither ASCII nor visible");
        }
    }
}
