package io.chargeproof.traffic.recording;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.RawAnswer;
import io.chargeproof.exchange.TransportSettings;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The content coding of a body, which some tools undo before they write it and some don't. */
final class CodedBody {
    private static final TransportSettings LIMITS = TransportSettings.of(Duration.ofSeconds(1));
    private static final Set<String> UNDONE = Set.of("gzip", "x-gzip", "deflate");
    private static final byte GZIP = 0x1f;
    private static final int OK = 200;

    private CodedBody() {}

    /** The plain body; nothing where it is packed in a way that can't be undone here, is damaged, or is too long. */
    static Optional<Body> decoded(byte[] bytes, Headers headers) {
        String coding =
                headers.first("Content-Encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
        Body body = Body.of(bytes);
        if (bytes.length == 0 || coding.equals("identity") || isJson(body)) {
            return Optional.of(body);
        }
        if (!UNDONE.contains(coding)) {
            return Optional.empty();
        }
        if (!coding.equals("deflate") && bytes[0] != GZIP) {
            return Optional.of(body);
        }
        return new RawAnswer(OK, headers, body, false).under(LIMITS) instanceof HttpAnswer plain && !plain.cut()
                ? Optional.of(plain.body())
                : Optional.empty();
    }

    /** What is JSON isn't packed any more. */
    private static boolean isJson(Body body) {
        return AnswerJson.valueOf(new HttpAnswer(0, Headers.NONE, body, false)).isPresent();
    }
}
