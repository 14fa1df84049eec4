package io.chargeproof.traffic.provider;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What a request's body is as a whole, as far as a target has to refuse it. */
final class SentText {
    /** Parsers may give up on deeper text, which isn't wrong by its grammar. */
    private static final int DEEP = 100;

    private static final int LONG = 100_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** Recorders that keep the beginning of a body alone cut it at a round length. */
    private static final int[] ROUND = {1_000, 1_024, 256};

    private SentText() {}

    /** Whether a body is nothing, no JSON by the grammar of RFC 8259, or no object. */
    static boolean isNoObject(RecordedExchange next) {
        if (!next.knows(Part.REQUEST_BODY)) {
            return false;
        }
        return next.request().body().isEmpty()
                || isRejected(next)
                || next.sentJson().filter(json -> !json.isObject()).isPresent();
    }

    private static boolean isRejected(RecordedExchange next) {
        byte[] bytes = next.request().body().bytes();
        if (!(next.sent() instanceof AnswerJson.Malformed) || bytes.length > LONG || mayBeCut(next, bytes.length)) {
            return false;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            long depth = text.chars()
                    .filter(letter -> letter == '[' || letter == '{')
                    .count();
            return text.charAt(0) != BYTE_ORDER_MARK && depth < DEEP;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static boolean mayBeCut(RecordedExchange next, int length) {
        boolean told = next.header("Content-Length")
                .filter(Integer.toString(length)::equals)
                .isPresent();
        for (int round : ROUND) {
            if (!told && length % round == 0) {
                return true;
            }
        }
        return false;
    }
}
