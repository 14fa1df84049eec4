package io.chargeproof.evcnet;

import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes passwords that nobody can guess, and knows those it made. Each has letters of both cases, digits and a punctuation mark,
 * as most targets ask for.
 */
final class Passwords {
    private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijkmnopqrstuvwxyz";
    private static final String DIGITS = "23456789";
    private static final String MARKS = "!-_.";
    private static final String KINDS = "ulllddmulllddull";

    private final SecureRandom random = new SecureRandom();
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    /** One that was never made before. */
    String next() {
        StringBuilder password = new StringBuilder();
        KINDS.chars().forEach(kind -> password.append(of(kind)));
        made.add(password.toString());
        return password.toString();
    }

    /** All that were made. */
    Set<String> made() {
        return Set.copyOf(made);
    }

    private char of(int kind) {
        String letters =
                switch (kind) {
                    case 'u' -> UPPER;
                    case 'l' -> LOWER;
                    case 'd' -> DIGITS;
                    default -> MARKS;
                };
        return letters.charAt(random.nextInt(letters.length()));
    }
}
