package io.chargeproof.sandbox.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The percent-encoding of a path segment (RFC 3986, section 2.1); a plus sign is a plus sign. */
final class PercentEncoding {
    private PercentEncoding() {}

    /** The segment decoded as UTF-8, or as it is where that can't be done. */
    static String undo(String segment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = 0;
        while (at < segment.length()) {
            int octet = octetAt(segment, at);
            if (octet < 0) {
                return segment;
            }
            bytes.write(octet);
            at += segment.charAt(at) == '%' ? 3 : 1;
        }
        return decoded(bytes.toByteArray(), segment);
    }

    private static int octetAt(String segment, int at) {
        char here = segment.charAt(at);
        if (here != '%') {
            return here < 0x80 ? here : -1;
        }
        if (at + 2 >= segment.length()) {
            return -1;
        }
        int high = Character.digit(segment.charAt(at + 1), 16);
        int low = Character.digit(segment.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }

    private static String decoded(byte[] bytes, String otherwise) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return otherwise;
        }
    }
}
