package io.chargeproof.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of text that has to go, and what comes in its place.
 *
 * @param start where it begins
 * @param end where it is over
 * @param replacement what comes in its place
 */
record Replacement(int start, int end, String replacement) {
    /** The text without these stretches; of those that overlap the longest gives its replacement to all. */
    static String replaceAll(String text, List<Replacement> stretches) {
        if (stretches.isEmpty()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int done = 0;
        for (Replacement each : apart(stretches)) {
            clean.append(text, done, each.start()).append(each.replacement());
            done = each.end();
        }
        return clean.append(text, done, text.length()).toString();
    }

    private static List<Replacement> apart(List<Replacement> stretches) {
        List<Replacement> sorted = new ArrayList<>(stretches);
        sorted.sort(Comparator.comparingInt(Replacement::start));
        List<Replacement> apart = new ArrayList<>();
        int longest = 0;
        for (Replacement next : sorted) {
            Replacement last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (last == null || next.start() >= last.end()) {
                apart.add(next);
                longest = next.length();
            } else {
                String replacement = next.length() > longest ? next.replacement() : last.replacement();
                longest = Math.max(longest, next.length());
                apart.set(
                        apart.size() - 1, new Replacement(last.start(), Math.max(last.end(), next.end()), replacement));
            }
        }
        return apart;
    }

    private int length() {
        return end - start;
    }
}
