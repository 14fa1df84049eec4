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

    /** The fewest letters to insert, drop, replace, or exchange with their neighbours. */
    private static int distance(String from, String to) {
        int[][] lines = new int[from.length() + 1][to.length() + 1];
        for (int row = 0; row <= from.length(); row++) {
            for (int column = 0; column <= to.length(); column++) {
                lines[row][column] = row == 0 || column == 0 ? row + column : next(lines, from, to, row, column);
            }
        }
        return lines[from.length()][to.length()];
    }

    private static int next(int[][] lines, String from, String to, int row, int column) {
        boolean same = from.charAt(row - 1) == to.charAt(column - 1);
        int replaced = lines[row - 1][column - 1] + (same ? 0 : 1);
        int one = Math.min(replaced, Math.min(lines[row - 1][column], lines[row][column - 1]) + 1);
        boolean exchanged = row > 1
                && column > 1
                && from.charAt(row - 1) == to.charAt(column - 2)
                && from.charAt(row - 2) == to.charAt(column - 1);
        return exchanged ? Math.min(one, lines[row - 2][column - 2] + 1) : one;
    }
}
