package io.chargeproof.testdata;

/** Numbers in the letters a to z, so that they may stand in a person's name. */
public final class Letters {
    private Letters() {}

    /** A positive number in bijective base 26: a for 1, z for 26, aa for 27. */
    public static String of(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("only positive numbers have letters, not " + number);
        }
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
            letters.append((char) ('a' + (rest - 1) % 26));
        }
        return letters.reverse().toString();
    }
}
