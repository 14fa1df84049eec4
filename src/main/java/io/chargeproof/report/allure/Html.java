package io.chargeproof.report.allure;

import io.chargeproof.report.DisplayText;

/** Values of others in HTML, where nothing that they contain takes effect. */
final class Html {
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

    /** A term and what is said of it; nothing for no text. */
    static String entry(String term, String element, String value) {
        return value.isEmpty() ? "" : "<dt>" + text(term) + "</dt><dd>" + element(element, "cp-value", value) + "</dd>";
    }
}
