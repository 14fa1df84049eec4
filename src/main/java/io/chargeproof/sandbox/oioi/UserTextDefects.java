package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.Members.everyText;
import static io.chargeproof.sandbox.oioi.Members.text;
import static io.chargeproof.sandbox.oioi.PostChanges.crashing;
import static io.chargeproof.sandbox.oioi.PostChanges.storing;
import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.RequestPipeline;
import io.chargeproof.sandbox.wire.WellFormedText;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Defects of user-post-details in texts: what breaks the service, and what is stored otherwise. */
public final class UserTextDefects {
    private static final Pattern BEYOND_BMP = Pattern.compile("[\\x{10000}-\\x{10FFFF}]");
    private static final Pattern BIDI = Pattern.compile("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");
    private static final Pattern SQL = Pattern.compile("(?i)\\b(?:select|insert|update|delete|drop|union)\\b|--");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{.*?}}|\\$\\{.*?}");
    private static final int LONG = 5000;

    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-emoji-in-social-security-number-500")
                    .breaks("OIOI-POST-20")
                    .says("An emoji in the social security number breaks the provider; the field is a string in "
                            + "UTF-8.")
                    .by(crashing(has("social-security-number", found(BEYOND_BMP)))),
            defect("oioi-billing-name-is-a-format")
                    .breaks("OIOI-POST-20")
                    .says(
                            "Of two percent signs in the billing name one is left, as where a text is taken for a format.")
                    .by(storing(text("billing-name", text -> text.replace("%%", "%")))),
            defect("oioi-billing-name-loses-separators")
                    .breaks("OIOI-POST-20")
                    .says("Semicolons and bars in the billing name become blanks, as in a file of columns; the get "
                            + "returns what was posted.")
                    .by(storing(text("billing-name", text -> text.replaceAll("[;|]", " ")))),
            defect("oioi-dotted-and-dotless-i-are-plain")
                    .breaks("OIOI-POST-20")
                    .says("The Turkish letters I with a dot and i without become plain ones; the fields are strings in "
                            + "UTF-8.")
                    .by(storing(everyText(text -> text.replace('\u0130', 'I').replace('\u0131', 'i')))),
            defect("oioi-doubled-apostrophe-in-street-is-one")
                    .breaks("OIOI-POST-20")
                    .says("Of two apostrophes in a street one is left, as where a text is taken for one of SQL.")
                    .by(storing(text("*.street", text -> text.replace("''", "'")))),
            defect("oioi-nul-500")
                    .breaks("OIOI-POST-20")
                    .says("A NUL in any text breaks the provider; a value that can't be stored is no fault of "
                            + "the server.")
                    .by(crashing(has("*", text -> text.indexOf('\0') >= 0))),
            defect("oioi-lone-surrogate-500")
                    .breaks("OIOI-POST-20")
                    .says("Half a surrogate pair in any text breaks the provider; a value that can't be stored "
                            + "is no fault of the server.")
                    .by(crashing(has("*", text -> !WellFormedText.isIt(text)))),
            defect("oioi-long-billing-name-500")
                    .breaks("OIOI-POST-20")
                    .says("A billing name of thousands of characters breaks the provider; the page sets no length.")
                    .by(crashing(has("billing-name", text -> text.length() > LONG))),
            defect("oioi-long-billing-city-500")
                    .breaks("OIOI-POST-20")
                    .says("A billing address with a city of thousands of characters breaks the provider; the "
                            + "page sets no length.")
                    .by(crashing(has("billing-address.city", text -> text.length() > LONG))),
            defect("oioi-bidi-mark-in-street-500")
                    .breaks("OIOI-POST-20")
                    .says("A mark for the direction of writing in a street breaks the provider; the field is a "
                            + "string in UTF-8.")
                    .by(crashing(has("*.street", found(BIDI)))),
            defect("oioi-apostrophe-in-last-name-500")
                    .breaks("OIOI-POST-20")
                    .says("An apostrophe in the last name breaks the provider; the field is a string.")
                    .by(crashing(has("last-name", text -> text.indexOf('\'') >= 0))),
            defect("oioi-empty-zip-500")
                    .breaks("OIOI-POST-20")
                    .says("An empty zip code breaks the provider; the field is a string.")
                    .by(crashing(has("*.zip", String::isEmpty))),
            defect("oioi-line-break-in-phone-500")
                    .breaks("OIOI-POST-20")
                    .says("A line break in the phone breaks the provider; a value that can't be stored is no "
                            + "fault of the server.")
                    .by(crashing(has("phone", text -> text.indexOf('\n') >= 0))),
            defect("oioi-long-text-hangs-up")
                    .breaks("OIOI-HTTP-4")
                    .says("A request of thousands of characters gets no answer at all; a failure has a result, "
                            + "with 200 or 4xx.")
                    .by(longTextHangsUp()),
            defect("oioi-texts-escaped-for-html")
                    .breaks("OIOI-POST-20")
                    .says("Texts come back escaped for HTML; the get returns what was posted.")
                    .by(storing(everyText(UserTextDefects::escapedForHtml))),
            defect("oioi-markup-stripped-from-city")
                    .breaks("OIOI-POST-20")
                    .says("Markup is stripped from cities; the get returns what was posted.")
                    .by(storing(text("*.city", text -> MARKUP.matcher(text).replaceAll("")))),
            defect("oioi-words-of-sql-lost")
                    .breaks("OIOI-POST-20")
                    .says("Words that mean something to a database are taken out of texts; the get returns what "
                            + "was posted.")
                    .by(storing(everyText(text -> SQL.matcher(text).replaceAll("")))),
            defect("oioi-template-evaluated-in-first-name")
                    .breaks("OIOI-POST-20")
                    .says("A template in the first name is evaluated; the get returns what was posted.")
                    .by(storing(
                            text("first-name", text -> TEMPLATE.matcher(text).replaceAll("49")))),
            defect("oioi-apostrophes-doubled")
                    .breaks("OIOI-POST-20")
                    .says("Apostrophes come back doubled; the get returns what was posted.")
                    .by(storing(everyText(text -> text.replace("'", "''")))),
            defect("oioi-backslashes-lost")
                    .breaks("OIOI-POST-20")
                    .says("Backslashes are lost; the get returns what was posted.")
                    .by(storing(everyText(text -> text.replace("\\", "")))),
            defect("oioi-percent-lost")
                    .breaks("OIOI-POST-20")
                    .says("Percent signs are lost; the get returns what was posted.")
                    .by(storing(everyText(text -> text.replace("%", "")))),
            defect("oioi-plus-becomes-blank")
                    .breaks("OIOI-POST-20")
                    .says("A plus sign in a street becomes a blank; the get returns what was posted.")
                    .by(storing(text("*.street", text -> text.replace('+', ' ')))),
            defect("oioi-last-name-cut-at-32")
                    .breaks("OIOI-POST-20")
                    .says("The last name is cut at 32 characters; the page sets no length.")
                    .by(storing(text("last-name", text -> cut(text, 32)))),
            defect("oioi-social-security-number-cut-at-255")
                    .breaks("OIOI-POST-20")
                    .says("The social security number is cut at 255 characters; the page sets no length.")
                    .by(storing(text("social-security-number", text -> cut(text, 255)))),
            defect("oioi-billing-street-cut-at-4000")
                    .breaks("OIOI-POST-20")
                    .says("The street of the billing address is cut at 4000 characters; the page sets no length.")
                    .by(storing(text("billing-address.street", text -> cut(text, 4000)))),
            defect("oioi-emoji-lost")
                    .breaks("OIOI-POST-20")
                    .says("Emoji are lost; the fields are strings in UTF-8.")
                    .by(storing(everyText(text -> BEYOND_BMP.matcher(text).replaceAll("")))),
            defect("oioi-billing-name-cut-at-emoji")
                    .breaks("OIOI-POST-20")
                    .says("The billing name is cut at the first emoji; the field is a string in UTF-8.")
                    .by(storing(text("billing-name", text -> text.replaceFirst("(?s)[\\x{10000}-\\x{10FFFF}].*", "")))),
            defect("oioi-latin-1-only")
                    .breaks("OIOI-POST-20")
                    .says("Letters beyond Latin-1 become question marks; the fields are strings in UTF-8.")
                    .by(storing(everyText(UserTextDefects::inLatin1))),
            defect("oioi-city-encoded-twice")
                    .breaks("OIOI-POST-20")
                    .says("Cities are encoded twice, so that their accents come back garbled; the fields are "
                            + "strings in UTF-8.")
                    .by(storing(text("*.city", UserTextDefects::encodedTwice))),
            defect("oioi-double-blanks-collapsed")
                    .breaks("OIOI-POST-20")
                    .says("Several blanks within a text become one; the get returns what was posted.")
                    .by(storing(everyText(text -> text.replaceAll(" {2,}", " ")))),
            defect("oioi-blanks-trimmed")
                    .breaks("OIOI-POST-23")
                    .says("Blanks at the ends of texts are lost; the get returns what was posted.")
                    .by(storing(everyText(String::strip))),
            defect("oioi-blanks-after-zip-lost")
                    .breaks("OIOI-POST-23")
                    .says("Blanks after a zip code are lost; the get returns what was posted.")
                    .by(storing(text("*.zip", String::stripTrailing))),
            defect("oioi-texts-composed")
                    .breaks("OIOI-POST-23")
                    .says("Letters that came as two characters come back as one; the get returns what was posted.")
                    .by(storing(everyText(text -> Normalizer.normalize(text, Normalizer.Form.NFC)))),
            defect("oioi-last-name-decomposed")
                    .breaks("OIOI-POST-23")
                    .says("Accented letters in the last name come back as two characters; the get returns what "
                            + "was posted.")
                    .by(storing(text("last-name", text -> Normalizer.normalize(text, Normalizer.Form.NFD)))),
            defect("oioi-vat-loses-punctuation")
                    .breaks("OIOI-POST-24")
                    .says("A VAT number comes back without blanks and punctuation; the get returns what was posted.")
                    .by(storing(text("vat", text -> text.replaceAll("[ .-]", "")))),
            defect("oioi-phone-loses-punctuation")
                    .breaks("OIOI-POST-24")
                    .says("A phone comes back without blanks and punctuation; the get returns what was posted.")
                    .by(storing(text("phone", text -> text.replaceAll("[ ()./-]", "")))),
            defect("oioi-phone-loses-plus")
                    .breaks("OIOI-POST-24")
                    .says("A phone comes back without its plus sign; the get returns what was posted.")
                    .by(storing(text("phone", text -> text.replace("+", "")))));

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

    private static Variation<UserRecords> longTextHangsUp() {
        return ofUsers(
                RequestPipeline.class,
                next -> (pipeline, request) ->
                        request.body().size() > LONG ? Answer.HANG_UP : next.answer(pipeline, request));
    }
}
