package io.chargeproof.api.evcnet;

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
    private static final String KINDS_OF_START = "ulllddmull";
    private static final String KINDS_OF_REST = "ddulllddul";

    private final SecureRandom random = new SecureRandom();
    private final String start = of(KINDS_OF_START);
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    /** One that was never made before. */
    String next() {
        String password = start + of(KINDS_OF_REST);
        made.add(password);
        return password;
    }

    /** What they all begin with, and nothing else does: it is quickly looked for. */
    String start() {
        return start;
    }

    /** All that were made. */
    Set<String> made() {
        return Set.copyOf(made);
    }

    private String of(String kinds) {
        StringBuilder text = new StringBuilder();
        kinds.chars().forEach(kind -> text.append(of(kind)));
        return text.toString();
    }

    private char of(int kind) {
        String letters = switch (kind) {
            case 'u' -> UPPER;
            case 'l' -> LOWER;
            case 'd' -> DIGITS;
            default -> MARKS;
        };
        return letters.charAt(random.nextInt(letters.length()));
    }
}
