package io.chargeproof.traffic.recording;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.RawAnswer;
import io.chargeproof.exchange.TransportSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The content coding of a body, which some tools undo before they write it and some don't. */
final class CodedBody {
    private static final TransportSettings LIMITS = TransportSettings.of(Duration.ofSeconds(1));
    private static final Set<String> UNDONE = Set.of("gzip", "x-gzip", "deflate");
    private static final int GZIP = 0x1f;

    private CodedBody() {}

    /** The plain body; nothing where it is packed in a way that can't be undone here, is damaged, or is too long. */
    static Optional<Body> decoded(byte[] bytes, Headers headers) {
        String coding = headers.first("Content-Encoding").orElse("identity").strip();
        if (coding.equalsIgnoreCase("identity") || isText(bytes)) {
            return Optional.of(Body.of(bytes));
        }
        if (!UNDONE.contains(coding.toLowerCase(java.util.Locale.ROOT))) {
            return Optional.empty();
        }
        RawAnswer packed = new RawAnswer(200, headers, Body.of(bytes), false);
        return packed.under(LIMITS) instanceof HttpAnswer plain && !plain.cut()
                ? Optional.of(plain.body())
                : Optional.empty();
    }

    /** What begins as JSON or as markup does isn't packed any more. */
    private static boolean isText(byte[] bytes) {
        byte first = bytes[0];
        return first != GZIP && (first == '{' || first == '[' || first == '"' || first == '<' || first <= ' ' && first > 0);
    }
}
