package io.chargeproof.report.allure;

import io.chargeproof.report.DisplayText;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values of others in HTML, where nothing that they contain takes effect. */
final class Html {
    /** So many characters stay on one line, also on a narrow screen. */
    private static final int TOGETHER = 28;

    /** What a line may end behind besides a blank: JSON and addresses have none. */
    private static final Pattern PART = Pattern.compile("[^\\s,:;{}\\[\\]&?/=]*[,:;{}\\[\\]&?/=]*\\s*");

    private static final String ENDS = ",:;{}[]&?/=";

    private Html() {}

    static String text(String value) {
        return DisplayText.lines(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** An element with text in it; none around no text. */
    static String element(String name, String cssClass, String value) {
        return value.isEmpty() ? "" : "<" + name + " class=\"" + cssClass + "\">" + text(value) + "</" + name + ">";
    }

    /** A term and what a machine said of it: its lines end between words and members, not within them. */
    static String code(String term, String value) {
        if (value.isEmpty()) {
            return "";
        }
        String parts =
                PART.matcher(value).results().map(found -> part(found.group())).collect(Collectors.joining());
        return "<dt>" + text(term) + "</dt><dd><pre class=\"cp-value\">" + parts + "</pre></dd>";
    }

    private static String part(String part) {
        String words = part.stripTrailing();
        boolean whole = words.length() <= TOGETHER && words.indexOf('-') >= 0;
        return (whole ? "<span class=\"cp-whole\">" + text(words) + "</span>" : text(words))
                + text(part.substring(words.length()))
                + (!part.isEmpty() && ENDS.indexOf(part.charAt(part.length() - 1)) >= 0 ? "<wbr>" : "");
    }

    /** A term and what is said of it; nothing for no text. */
    static String entry(String term, String element, String value) {
        return value.isEmpty() ? "" : "<dt>" + text(term) + "</dt><dd>" + element(element, "cp-value", value) + "</dd>";
    }
}
