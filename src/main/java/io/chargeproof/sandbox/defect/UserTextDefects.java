package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.Members.everyText;
import static io.chargeproof.sandbox.defect.Members.text;
import static io.chargeproof.sandbox.defect.Posts.crashing;
import static io.chargeproof.sandbox.defect.Posts.storing;
import static io.chargeproof.sandbox.provider.Variation.ofUsers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Exchanging;
import io.chargeproof.sandbox.wire.WellFormedText;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Defects of user-post-details in texts: what breaks the provider, and what is stored otherwise. */
final class UserTextDefects {
    private static final Pattern BEYOND_BMP = Pattern.compile("[\\x{10000}-\\x{10FFFF}]");
    private static final Pattern BIDI = Pattern.compile("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{.*?}}|\\$\\{.*?}");
    private static final int LONG = 5000;

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry(
                    "oioi-emoji-in-social-security-number-500",
                    crashing(has("social-security-number", found(BEYOND_BMP)))),
            entry("oioi-nul-500", crashing(has("*", text -> text.indexOf('\0') >= 0))),
            entry("oioi-lone-surrogate-500", crashing(has("*", text -> !WellFormedText.isIt(text)))),
            entry("oioi-long-billing-name-500", crashing(has("billing-name", text -> text.length() > LONG))),
            entry("oioi-long-billing-city-500", crashing(has("billing-address.city", text -> text.length() > LONG))),
            entry("oioi-bidi-mark-in-street-500", crashing(has("*.street", found(BIDI)))),
            entry("oioi-apostrophe-in-last-name-500", crashing(has("last-name", text -> text.indexOf('\'') >= 0))),
            entry("oioi-empty-zip-500", crashing(has("*.zip", String::isEmpty))),
            entry("oioi-line-break-in-phone-500", crashing(has("phone", text -> text.indexOf('\n') >= 0))),
            entry("oioi-long-text-hangs-up", longTextHangsUp()),
            entry("oioi-texts-escaped-for-html", storing(everyText(UserTextDefects::escapedForHtml))),
            entry(
                    "oioi-markup-stripped-from-city",
                    storing(text("*.city", text -> MARKUP.matcher(text).replaceAll("")))),
            entry(
                    "oioi-template-evaluated-in-first-name",
                    storing(text("first-name", text -> TEMPLATE.matcher(text).replaceAll("49")))),
            entry("oioi-apostrophes-doubled", storing(everyText(text -> text.replace("'", "''")))),
            entry("oioi-backslashes-lost", storing(everyText(text -> text.replace("\\", "")))),
            entry("oioi-percent-lost", storing(everyText(text -> text.replace("%", "")))),
            entry("oioi-plus-becomes-blank", storing(text("*.street", text -> text.replace('+', ' ')))),
            entry("oioi-last-name-cut-at-32", storing(text("last-name", text -> cut(text, 32)))),
            entry(
                    "oioi-social-security-number-cut-at-255",
                    storing(text("social-security-number", text -> cut(text, 255)))),
            entry("oioi-billing-street-cut-at-4000", storing(text("billing-address.street", text -> cut(text, 4000)))),
            entry(
                    "oioi-emoji-lost",
                    storing(everyText(text -> BEYOND_BMP.matcher(text).replaceAll("")))),
            entry(
                    "oioi-billing-name-cut-at-emoji",
                    storing(text("billing-name", text -> text.replaceFirst("(?s)[\\x{10000}-\\x{10FFFF}].*", "")))),
            entry("oioi-latin-1-only", storing(everyText(UserTextDefects::inLatin1))),
            entry("oioi-city-encoded-twice", storing(text("*.city", UserTextDefects::encodedTwice))),
            entry("oioi-double-blanks-collapsed", storing(everyText(text -> text.replaceAll(" {2,}", " ")))),
            entry("oioi-blanks-trimmed", storing(everyText(String::strip))),
            entry("oioi-blanks-after-zip-lost", storing(text("*.zip", String::stripTrailing))),
            entry("oioi-texts-composed", storing(everyText(text -> Normalizer.normalize(text, Normalizer.Form.NFC)))),
            entry(
                    "oioi-last-name-decomposed",
                    storing(text("last-name", text -> Normalizer.normalize(text, Normalizer.Form.NFD)))),
            entry("oioi-vat-loses-punctuation", storing(text("vat", text -> text.replaceAll("[ .-]", "")))),
            entry("oioi-phone-loses-punctuation", storing(text("phone", text -> text.replaceAll("[ ()./-]", "")))),
            entry("oioi-phone-loses-plus", storing(text("phone", text -> text.replace("+", "")))));

    private UserTextDefects() {}

    /** Details that have such a text in a member, {@code *} being any. */
    private static Predicate<ObjectNode> has(String path, Predicate<String> which) {
        return details -> {
            AtomicBoolean had = new AtomicBoolean();
            UnaryOperator<String> look = text -> {
                had.compareAndSet(false, which.test(text));
                return text;
            };
            (path.equals("*") ? everyText(look) : text(path, look)).accept(details.deepCopy());
            return had.get();
        };
    }

    private static Predicate<String> found(Pattern pattern) {
        return text -> pattern.matcher(text).find();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static String escapedForHtml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String inLatin1(String text) {
        return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }

    private static String encodedTwice(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static Variation longTextHangsUp() {
        return ofUsers(
                Exchanging.class,
                next -> (pipeline, request) ->
                        request.body().size() > LONG ? Answer.HANG_UP : next.answer(pipeline, request));
    }
}
