package io.chargeproof.redaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a secret looks like within Base64: three bytes are four letters, so it depends on how many bytes stand before
 * it, and the letters at its ends hold bits of its neighbours too. The letters between them are looked for; the shared
 * ones go along.
 */
final class Base64Patterns {
    private static final int BITS_OF_A_BYTE = 8;
    private static final int BITS_OF_A_LETTER = 6;

    private Base64Patterns() {}

    static List<SecretPattern> of(byte[] secret, String placeholder) {
        List<SecretPattern> patterns = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] padded = new byte[before + secret.length + 2];
            System.arraycopy(secret, 0, padded, before, secret.length);
            int firstBit = before * BITS_OF_A_BYTE;
            int lastBit = firstBit + secret.length * BITS_OF_A_BYTE;
            int from = (firstBit + BITS_OF_A_LETTER - 1) / BITS_OF_A_LETTER;
            int to = lastBit / BITS_OF_A_LETTER;
            for (String letters : inEachAlphabet(padded, from, to)) {
                patterns.add(new SecretPattern(
                        SecretPattern.decoded(letters), shared(firstBit), shared(lastBit), placeholder));
            }
        }
        return patterns;
    }

    private static Set<String> inEachAlphabet(byte[] padded, int from, int to) {
        Set<String> spellings = new LinkedHashSet<>();
        for (Base64.Encoder encoder : Arrays.asList(Base64.getEncoder(), Base64.getUrlEncoder())) {
            spellings.add(new String(encoder.encode(padded), StandardCharsets.ISO_8859_1).substring(from, to));
        }
        return spellings;
    }

    private static int shared(int bit) {
        return bit % BITS_OF_A_LETTER == 0 ? 0 : 1;
    }
}
