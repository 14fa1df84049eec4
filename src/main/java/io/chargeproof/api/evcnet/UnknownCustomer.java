package io.chargeproof.api.evcnet;

import java.util.Set;
import java.util.stream.IntStream;

/** An id that no customer has, made of one that a customer has. */
public final class UnknownCustomer {
    /** A number with fewer digits may be handed out while the run lasts. */
    private static final int SAFE_LENGTH = 9;

    /** More customers than any run creates. */
    private static final int ROOM = 5_000;

    private UnknownCustomer() {}

    /**
     * An id of the same form: digits become nines, letters the last that occur in such an id, all in its second half. A
     * short number becomes the highest of its length, or one of nine digits where that is too near.
     *
     * @param known the ids of this run's customers
     * @param variant which of several such ids, from 0
     */
    public static String like(String id, Set<String> known, int variant) {
        String base = id.matches("\\d+") && id.length() < SAFE_LENGTH ? beyond(id) : id;
        return IntStream.range(variant * 10, variant * 10 + 10)
                .mapToObj(attempt -> changed(base, attempt))
                .filter(candidate -> !known.contains(candidate) && !candidate.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no unknown id like " + id + " can be made"));
    }

    private static String beyond(String number) {
        String highest = "9".repeat(number.length());
        boolean isFar = Long.parseLong(highest) - Long.parseLong(number) > ROOM;
        return isFar ? highest : "9".repeat(SAFE_LENGTH);
    }

    private static String changed(String id, int attempt) {
        StringBuilder changed = new StringBuilder(id);
        for (int i = id.length() / 2; i < id.length(); i++) {
            changed.setCharAt(i, high(id.charAt(i)));
        }
        for (int i = id.length() - 1, rest = attempt; i >= 0 && rest > 0; i--) {
            if (Character.isDigit(changed.charAt(i))) {
                changed.setCharAt(i, (char) ('9' - rest % 10));
                rest /= 10;
            }
        }
        return changed.toString();
    }

    private static char high(char each) {
        if (Character.isDigit(each)) {
            return '9';
        }
        if (each >= 'a' && each <= 'z') {
            return each <= 'f' ? 'f' : 'z';
        }
        if (each >= 'A' && each <= 'Z') {
            return each <= 'F' ? 'F' : 'Z';
        }
        return each;
    }
}
