package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser may do with a page of a report: run the scripts that came with it, and ask nobody but its server. */
final class PagePolicy {
    private static final Pattern SCRIPT = Pattern.compile("(?s)<script(?:\\s[^>]*)?>(.*?)</script>");

    private PagePolicy() {}

    /** The header fields that tell it, for a page whose own scripts are known by their hashes. */
    static Map<String, String> of(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        // Allure styles elements in place, and has pictures and fonts within its style.
        fields.put(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'" + scripts(page) + "; style-src 'self' data: 'unsafe-inline';"
                        + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self';"
                        + " media-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        fields.put("X-Content-Type-Options", "nosniff");
        fields.put("X-Frame-Options", "DENY");
        fields.put("Referrer-Policy", "no-referrer");
        fields.put("Cross-Origin-Resource-Policy", "same-origin");
        return fields;
    }

    /** Those of a report in one file stand in the page itself. */
    private static String scripts(String page) {
        StringBuilder sources = new StringBuilder(page.contains("<script src=\"data:") ? " data:" : "");
        for (Matcher script = SCRIPT.matcher(page); script.find(); ) {
            if (!script.group(1).isBlank()) {
                sources.append(" 'sha256-").append(hash(script.group(1))).append('\'');
            }
        }
        return sources.toString();
    }

    private static String hash(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(script.replace("\r\n", "\n").getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
