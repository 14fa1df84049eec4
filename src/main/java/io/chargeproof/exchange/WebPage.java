package io.chargeproof.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page for people, markup or plain text, where a program asked for data: a login, a maintenance page, a portal.
 *
 * @param type its media type without parameters, empty where it has none
 * @param title its title, or its first words
 */
public record WebPage(String type, String title) {
    private static final int LONGEST_TITLE = 60;
    /** What is read of a page, so that a long one costs no time. */
    private static final int READ = 20_000;

    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title");
    private static final Pattern UNSEEN =
            Pattern.compile("(?is)<(script|style|head)\\b.*?</\\1\\s*>|<!--.*?-->|<[^>]*>");
    private static final Pattern PAGE_TYPE = Pattern.compile("text/(html|plain|xml)|application/(xml|xhtml\\+xml)");

    /** The page that an answer is, if it is one; what may be meant as JSON, or is packed, is none. */
    public static Optional<WebPage> in(HttpAnswer answer) {
        String text = answer.body().text();
        String start = text.substring(0, Math.min(text.length(), READ)).strip();
        String type = type(answer);
        boolean packed = answer.headers()
                .first("Content-Encoding")
                .filter(coding -> !coding.matches("(?i)(x-)?gzip|identity"))
                .isPresent();
        boolean page = start.startsWith("<") || PAGE_TYPE.matcher(type).matches();
        return page && !packed && !start.isEmpty() && !looksLikeJson(start)
                ? Optional.of(new WebPage(type, title(start)))
                : Optional.empty();
    }

    /** In a few words: {@code text/html, "Sign in"}. */
    public String inWords() {
        String kind = type.isEmpty() ? "no Content-Type" : type;
        return title.isEmpty() ? kind : kind + ", \"" + title + "\"";
    }

    private static boolean looksLikeJson(String start) {
        return start.matches("(?s)\\)\\]\\}'.*|\\p{Cf}?[{\\[\"].*|-?\\d[\\d.eE+-]*|true|false|null");
    }

    private static String type(HttpAnswer answer) {
        String type = answer.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return plain(type.replaceFirst(";.*", ""));
    }

    private static String title(String page) {
        Matcher title = TITLE.matcher(page);
        String words = title.find() ? plain(title.group(1)) : "";
        String seen = words.isEmpty() ? plain(UNSEEN.matcher(page).replaceAll(" ")) : words;
        return seen.replace('"', '\'');
    }

    private static String plain(String text) {
        return plain(text, LONGEST_TITLE);
    }

    /**
     * A text of the target on one line and without what a terminal or a reader would take for something else.
     *
     * @param most how many characters are kept
     */
    public static String plain(String text, int most) {
        StringBuilder words = new StringBuilder();
        text.codePoints().forEach(each -> words.appendCodePoint(PrintableText.isHarmless(each) ? each : ' '));
        String line = words.toString().replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most)) + "…";
    }
}
