package io.chargeproof.check;

/**
 * HTTP statuses that follow one another.
 *
 * @param from the first
 * @param to the last
 */
public record StatusRange(int from, int to) {
    /** The lowest that HTTP has. */
    public static final int LOWEST = 100;

    /** The highest that HTTP has. */
    public static final int HIGHEST = 599;

    public StatusRange {
        if (from > to) {
            throw new IllegalArgumentException("no status is from " + from + " to " + to);
        }
    }

    /** All below this one. */
    public static StatusRange below(int status) {
        return new StatusRange(LOWEST, status - 1);
    }

    /** What {@link #toString()} wrote. */
    public static StatusRange of(String text) {
        String[] ends = text.split("-", 2);
        return new StatusRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    }

    /** Such as {@code 200} or {@code 400-499}. */
    @Override
    public String toString() {
        return from == to ? String.valueOf(from) : from + "-" + to;
    }
}
