package io.chargeproof.traffic.client;

import io.chargeproof.traffic.recording.RecordedExchange;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of an {@code Authorization}, in words that don't give it away. */
final class SentCredential {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z]{1,20})(\\s+|\\s*=\\s*).*", Pattern.DOTALL);

    private SentCredential() {}

    /** Whether a tool took the whole value out, so that its form isn't known. */
    static boolean isHidden(String value) {
        return !SCHEME.matcher(value).matches() && RecordedExchange.isPlaceholder(value);
    }

    /** The scheme alone, or that there is none. */
    static String shown(String value) {
        Matcher scheme = SCHEME.matcher(value);
        if (value.isEmpty()) {
            return "no Authorization";
        }
        return scheme.matches()
                ? "Authorization: " + scheme.group(1) + scheme.group(2).replaceAll("\\s+", " ") + "***"
                : "an Authorization without a scheme";
    }
}
