package io.chargeproof.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is a secret by its place, whatever its value. */
final class CredentialFields {
    private static final String MASK = "***";

    private static final List<String> MEMBERS = List.of("password", "token", "social-security-number");
    private static final String AUTHORIZATION = "authorization";

    /** Up to the quote that opens the value of a member. */
    private static final Pattern MEMBER = Pattern.compile("\"(?i:" + String.join("|", MEMBERS) + ")\"\\s*:\\s*(?=\")");

    /** Up to a header's value: in a message, as a member, as a name and value in JSON or in a record's text. */
    private static final Pattern HEADER = Pattern.compile("[aA](?i:" + AUTHORIZATION.substring(1)
            + ")(?:\"?\\s*[:=]\\s*|\"\\s*,\\s*\"value\"\\s*:\\s*(?=\")|, value=)");

    private static final Pattern SCHEME = Pattern.compile("(?i)(?:(?:token|bearer|basic|digest)\\s+|key\\s*=\\s*)");
    /** The name of a scheme with nothing behind it lets nobody in. */
    private static final Pattern SCHEME_ALONE = Pattern.compile("(?i)(?:token|bearer|basic|digest)\\s*");

    /** Possessive: a target that masks a long value brings thousands of stars, each three of which would take a part of the stack. */
    private static final Pattern REDACTED =
            Pattern.compile("(?:\\$\\{(?:base64:[\\w:.-]*\\$\\{)?\\w+(?:[%#]\\?|:[a-z-]+)*(?:}[\\w:.-]*)?}|\\*{3})++");

    private final DecodedText view;
    private final String letters;
    private final String text;
    private final List<Replacement> found = new ArrayList<>();

    private CredentialFields(DecodedText view, String text) {
        this.view = view;
        this.letters = view.letterPerByte();
        this.text = text;
    }

    /** The stretches of a text, of which the view has the encodings undone. */
    static List<Replacement> find(DecodedText decoded, String text) {
        CredentialFields fields = new CredentialFields(decoded, text);
        if (fields.hasAny()) {
            fields.findMembers();
            fields.findHeaders();
        }
        return fields.found;
    }

    /** Whether a name of one stands in the text; in most there is none, which is told in a fraction of the time. */
    private boolean hasAny() {
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            boolean named =
                    letter == '"' ? isMember(i + 1) : (letter == 'a' || letter == 'A') && stands(AUTHORIZATION, i);
            if (named) {
                return true;
            }
        }
        return false;
    }

    private boolean isMember(int at) {
        for (String name : MEMBERS) {
            if (stands(name, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean stands(String name, int at) {
        return letters.regionMatches(true, at, name, 0, name.length());
    }

    private void findMembers() {
        for (Matcher matcher = MEMBER.matcher(letters); matcher.find(); ) {
            mask(matcher.end() + 1, closingQuote(matcher.end()));
        }
    }

    private void findHeaders() {
        for (Matcher matcher = HEADER.matcher(letters); matcher.find(); ) {
            int at = matcher.end();
            boolean isQuoted = at < view.size() && view.at(at) == '"';
            int from = isQuoted ? at + 1 : at;
            int to = isQuoted ? closingQuote(at) : endOfHeader(at);
            if (!SCHEME_ALONE.matcher(letters).region(from, to).matches()) {
                Matcher scheme = SCHEME.matcher(letters).region(from, to);
                mask(scheme.lookingAt() ? scheme.end() : from, to);
            }
        }
    }

    /**
     * The quote that ends a string. In JSON within JSON quotes have backslashes of their own: those that open and close
     * a string have equally many, one within it has more.
     */
    private int closingQuote(int opening) {
        int level = view.slashesBefore(opening);
        for (int i = opening + 1; i < view.size(); i++) {
            int more = view.slashesBefore(i) - level;
            if (view.at(i) == '"' && more >= 0 && more % (2 * (level + 1)) == 0) {
                return i;
            }
        }
        return view.size();
    }

    private int endOfHeader(int from) {
        for (int i = from; i < view.size(); i++) {
            byte letter = view.at(i);
            boolean isEscaped = view.slashesBefore(i) > 0;
            if ("\r\n'\"<]`".indexOf(letter) >= 0 || (isEscaped && (letter == 'n' || letter == 'r'))) {
                return i;
            }
        }
        return view.size();
    }

    private void mask(int from, int to) {
        if (from >= to) {
            return;
        }
        int start = view.end(from - 1);
        int end = to < view.size() ? view.start(to) : text.length();
        if (start < end && !REDACTED.matcher(text.substring(start, end)).matches()) {
            found.add(new Replacement(start, end, MASK));
        }
    }
}
