package io.chargeproof.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name was meant by one that is misspelt. */
public final class NearestName {
    private NearestName() {}

    /** The known name nearest to the one written, unless all are too far off to be meant. */
    public static Optional<String> to(String written, Collection<String> known) {
        String plain = plain(written);
        return known.stream()
                .filter(name -> distance(plain, plain(name))
                        <= Math.max(plain.length(), plain(name).length()) / 2)
                .min(Comparator.comparingInt(name -> distance(plain, plain(name))));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** Levenshtein's: the fewest letters to insert, drop or replace. */
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            above = next(above, row, from.charAt(row - 1), to);
        }
        return above[to.length()];
    }

    private static int[] next(int[] above, int row, char letter, String to) {
        int[] line = new int[above.length];
        line[0] = row;
        for (int column = 1; column < line.length; column++) {
            int replaced = above[column - 1] + (letter == to.charAt(column - 1) ? 0 : 1);
            line[column] = Math.min(replaced, Math.min(above[column], line[column - 1]) + 1);
        }
        return line;
    }
}
