package io.chargeproof.sandbox;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody may have meant. */
final class Nearest {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** The word that takes the fewest changes of a character to become the text. */
    static String to(String text, List<String> words) {
        return words.stream()
                .min(Comparator.comparingInt((String word) -> DISTANCE.apply(text, word))
                        .thenComparing(word -> word))
                .orElseThrow();
    }
}
