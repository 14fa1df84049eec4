package io.chargeproof.report.allure;

import io.chargeproof.report.DisplayText;
import java.util.regex.Pattern;

/**
 * Text that no viewer takes for anything but text. Some of Allure's views escape what they show and others write it
 * into the page as it is, so what begins markup is replaced by signs that look like it and read alike in both.
 */
final class InertText {
    /** An ampersand that a page would read together with what follows it. */
    private static final Pattern REFERENCE = Pattern.compile("&(?=#|[A-Za-z][A-Za-z0-9]*;|(?i:lt|gt|amp|quot|nbsp))");
    /** What Allure makes a link of, its quotes and its scheme unchecked. */
    private static final Pattern LINK = Pattern.compile("^(\\w+):(?=//)");

    private static final Pattern WEB = Pattern.compile("https?://[\\w.~:/?#@!$()*+,;=%\\[\\]-]*");

    private InertText() {}

    /** The text on one line. */
    static String of(String text) {
        return withoutLink(withoutMarkup(DisplayText.visible(text)));
    }

    /** The same for a text of several lines. */
    static String ofLines(String text) {
        return withoutLink(withoutMarkup(DisplayText.lines(text)));
    }

    private static String withoutMarkup(String text) {
        return REFERENCE.matcher(text.replace('<', '‹').replace('>', '›')).replaceAll("＆");
    }

    private static String withoutLink(String text) {
        return WEB.matcher(text).matches() ? text : LINK.matcher(text).replaceFirst("$1: ");
    }
}
