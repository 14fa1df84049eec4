package io.chargeproof.redaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Bytes that give a secret away, and what comes in the place of them and of their margins. */
final class SecretPattern {
    /** A value that is shorter is looked for only as a whole JSON string. */
    private static final int LONG_ENOUGH = 6;

    /** A value that is shorter is looked for in its own case alone. */
    private static final int LONG_ENOUGH_IN_ANY_CASE = 8;

    private static final String MASK = "***";
    private static final byte[] QUOTE = {'"'};
    private static final Pattern TRAILING_BACKSLASHES = Pattern.compile("\\\\+$");

    private final byte[] bytes;
    private final int marginBefore;
    private final int marginAfter;
    private final String placeholder;

    /** Margins are bytes around it that go as well; negative ones are bytes of it that stay. */
    SecretPattern(byte[] bytes, int marginBefore, int marginAfter, String placeholder) {
        this.bytes = bytes;
        this.marginBefore = marginBefore;
        this.marginAfter = marginAfter;
        this.placeholder = placeholder;
    }

    /** What a secret looks like where nothing was done to it. */
    static List<SecretPattern> ofPlain(String secret, String placeholder) {
        // A backslash at its end might be the one that escapes what comes after it in JSON.
        String value = TRAILING_BACKSLASHES.matcher(secret).replaceFirst("");
        return ofValue(DecodedText.asItStands(value, DecodedText.Letters.UTF_8).toBytes(), placeholder);
    }

    /** What a secret looks like once encodings are undone, and within Base64. */
    static List<SecretPattern> ofDecoded(String secret, String placeholder) {
        List<SecretPattern> patterns = new ArrayList<>(ofValue(decoded(secret), placeholder));
        String escaped = Escaped.json(secret);
        if (!escaped.equals(secret)) {
            // Control characters are the one thing whose escapes aren't undone.
            patterns.addAll(ofValue(decoded(escaped), placeholder));
            patterns.addAll(inBase64(escaped, placeholder));
        }
        patterns.addAll(inBase64(secret, placeholder));
        return patterns;
    }

    /**
     * What a secret looks like in a {@linkplain DecodedText#squeezed squeezed} view: in any case, in hexadecimal digits, and in
     * Base64. What isn't the very value gets no name, so that nobody takes it for the value.
     */
    static List<SecretPattern> ofSqueezed(String secret) {
        List<SecretPattern> patterns = new ArrayList<>();
        byte[] value = secret.getBytes(StandardCharsets.UTF_8);
        byte[] squeezed = squeezed(secret);
        if (squeezed.length < LONG_ENOUGH_IN_ANY_CASE) {
            return patterns;
        }
        patterns.add(new SecretPattern(squeezed, 0, 0, MASK));
        patterns.add(
                new SecretPattern(HexFormat.of().formatHex(value).getBytes(StandardCharsets.US_ASCII), 0, 0, MASK));
        for (SecretPattern each : Base64Patterns.of(value, MASK)) {
            byte[] letters = squeezed(new String(each.bytes, StandardCharsets.ISO_8859_1));
            patterns.add(new SecretPattern(letters, each.marginBefore, each.marginAfter, MASK));
        }
        return patterns;
    }

    private static byte[] squeezed(String text) {
        return DecodedText.decoded(text, DecodedText.Letters.UTF_8)
                .squeezed(false)
                .toBytes();
    }

    static List<SecretPattern> ofValue(byte[] value, String placeholder) {
        if (value.length == 0) {
            return List.of();
        }
        return value.length < LONG_ENOUGH
                ? List.of(new SecretPattern(quoted(value), -1, -1, placeholder))
                : List.of(new SecretPattern(value, 0, 0, placeholder));
    }

    private static List<SecretPattern> inBase64(String secret, String placeholder) {
        byte[] value = secret.getBytes(StandardCharsets.UTF_8);
        return value.length < LONG_ENOUGH ? List.of() : Base64Patterns.of(value, placeholder);
    }

    static byte[] decoded(String text) {
        return DecodedText.decoded(text, DecodedText.Letters.UTF_8).toBytes();
    }

    private static byte[] quoted(byte[] value) {
        byte[] quoted = new byte[value.length + 2];
        System.arraycopy(QUOTE, 0, quoted, 0, 1);
        System.arraycopy(value, 0, quoted, 1, value.length);
        System.arraycopy(QUOTE, 0, quoted, value.length + 1, 1);
        return quoted;
    }

    byte[] bytes() {
        return bytes;
    }

    /** What has to go where it was found. */
    Replacement at(int index, DecodedText view) {
        int first = Math.max(0, index - marginBefore);
        int last = Math.min(view.size(), index + bytes.length + marginAfter) - 1;
        return new Replacement(view.start(first), view.end(last), placeholder);
    }
}
