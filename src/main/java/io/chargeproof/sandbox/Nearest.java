package io.chargeproof.sandbox;

import java.util.Comparator;
import java.util.List;

/** Finds what somebody may have meant. */
final class Nearest {
    private Nearest() {}

    /** The word that takes the fewest changes of a character to become the text. */
    static String to(String text, List<String> words) {
        return words.stream()
                .min(Comparator.comparingInt((String word) -> changes(text, word))
                        .thenComparing(word -> word))
                .orElseThrow();
    }

    private static int changes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int kept = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(kept, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
