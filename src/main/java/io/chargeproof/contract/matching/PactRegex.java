package io.chargeproof.contract.matching;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of a pact, read as Pact's core reads it: by Ruby's rules, where {@code ^} and {@code $} are at each
 * line; it has to match the whole text.
 */
record PactRegex(String source, Pattern pattern) {
    /**
     * What both languages have, but not alike: named classes, hexadecimal digits, calls, quotes, options other than i and x, a
     * quantifier after a quantifier, and a letter that is two in capitals.
     */
    private static final Pattern READ_OTHERWISE = Pattern.compile("\\[:\\^?[a-z]+:]|(?<!\\\\)(\\\\\\\\)*\\\\[hHgKONQE]"
            + "|\\(\\?[a-zA-Z-]*[a-hj-wyzA-Z]|\\(\\?~|\\{\\d*,?\\d*}\\+|\\(\\?[a-z]*i.*ß");

    /** The expression that is written so. */
    static PactRegex of(String source) {
        if (READ_OTHERWISE.matcher(source).find()) {
            throw new UnreadablePact("the regular expression '" + source
                    + "' uses what Ruby and Java read differently, so Chargeproof can't say what Pact's core says");
        }
        try {
            int flags = Pattern.MULTILINE | Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS;
            return new PactRegex(source, Pattern.compile(source, flags));
        } catch (PatternSyntaxException e) {
            throw new UnreadablePact("'" + source + "' isn't a regular expression: " + e.getDescription());
        }
    }

    /** Whether a text matches. Whoever waits too long can interrupt it. */
    boolean matches(String text) {
        return pattern.matcher(new Interruptible(text)).matches();
    }

    /** A text that can't be read any more once its reader was interrupted. */
    private record Interruptible(CharSequence text) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted while a regular expression was matched");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Interruptible(text.subSequence(start, end));
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
