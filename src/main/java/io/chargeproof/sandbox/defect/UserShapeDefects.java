package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.Members.each;
import static io.chargeproof.sandbox.defect.Members.nulled;
import static io.chargeproof.sandbox.defect.Members.retyped;
import static io.chargeproof.sandbox.defect.Members.text;
import static io.chargeproof.sandbox.defect.Members.toNull;
import static io.chargeproof.sandbox.defect.Members.without;
import static io.chargeproof.sandbox.defect.Posts.showing;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.TestData;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.User;
import io.chargeproof.sandbox.user.UserReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Defects of user-get-details in the shape of a user. */
final class UserShapeDefects {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonNode EMPTY = JSON.stringNode("");
    private static final JsonNode FALSE = JSON.booleanNode(false);
    private static final Pattern NO_DIGITS = Pattern.compile("\\D");
    private static final Pattern SEPARATORS = Pattern.compile("[*-]");

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-phone-is-a-number", showing(retyped("phone", UserShapeDefects::number))),
            entry(
                    "oioi-social-security-number-is-a-number",
                    showing(retyped("social-security-number", UserShapeDefects::number))),
            entry("oioi-first-name-in-list", showing(each("first-name", Members::listed))),
            entry(
                    "oioi-locale-in-object",
                    showing(each("locale", locale -> JSON.objectNode().set("language", locale)))),
            entry(
                    "oioi-vat-in-object",
                    showing(
                            UserShapeDefects::isSecondary,
                            each("vat", vat -> JSON.objectNode().set("number", vat)))),
            entry("oioi-evco-ids-in-list", showing(each("evco-id", Members::listed))),
            entry("oioi-billing-name-false-for-null", showing(nulled("billing-name", FALSE))),
            entry("oioi-phone-zero-for-null", showing(nulled("phone", JSON.numberNode(0)))),
            entry(
                    "oioi-last-name-is-true",
                    showing(UserShapeDefects::isSecondary, each("last-name", name -> JSON.booleanNode(true)))),
            entry("oioi-address-is-a-text", showing(each("address", UserShapeDefects::inOneLine))),
            entry("oioi-billing-address-in-list", showing(each("billing-address", Members::listed))),
            entry("oioi-no-address-is-a-list", showing(nulled("address", JSON.arrayNode()))),
            entry("oioi-no-billing-address-is-empty-text", showing(nulled("billing-address", EMPTY))),
            entry("oioi-no-billing-address-is-false", showing(nulled("billing-address", FALSE))),
            entry("oioi-zip-is-a-number", showing(retyped("*.zip", UserShapeDefects::number))),
            entry(
                    "oioi-billing-street-number-is-a-number",
                    showing(retyped("billing-address.street-number", UserShapeDefects::number))),
            entry(
                    "oioi-city-in-object",
                    showing(each("address.city", city -> JSON.objectNode().set("name", city)))),
            entry("oioi-billing-street-in-lines", showing(each("billing-address.street", Members::listed))),
            entry("oioi-billing-country-missing", showing(without("billing-address.country"))),
            entry("oioi-country-null", showing(toNull("address.country"))),
            entry("oioi-country-of-secondary-null", showing(UserShapeDefects::isSecondary, toNull("*.country"))),
            entry("oioi-country-in-lower-case", showing(text("*.country", code -> code.toLowerCase(Locale.ROOT)))),
            entry(
                    "oioi-billing-country-of-three-letters",
                    showing(text("billing-address.country", UserShapeDefects::threeLetters))),
            entry("oioi-country-not-assigned", showing(text("address.country", code -> "XX"))),
            entry("oioi-country-with-region", showing(text("*.country", code -> code + "-" + code))),
            entry("oioi-locale-in-upper-case", showing(text("locale", locale -> locale.toUpperCase(Locale.ROOT)))),
            entry("oioi-locale-of-three-letters", showing(text("locale", UserShapeDefects::iso3))),
            entry(
                    "oioi-locale-with-country",
                    showing(text("locale", locale -> locale + "-" + locale.toUpperCase(Locale.ROOT)))),
            entry("oioi-no-locale-is-empty-text", showing(nulled("locale", EMPTY))),
            entry("oioi-locale-is-no-language", showing(text("locale", locale -> "xx"))),
            entry(
                    "oioi-locale-of-secondary-is-a-country",
                    showing(UserShapeDefects::isSecondary, text("locale", locale -> "cz"))),
            entry(
                    "oioi-evco-id-is-the-rfid",
                    showing(text("evco-id", id -> TestData.primary().rfid()))),
            entry(
                    "oioi-evco-id-of-seven-places",
                    showing(
                            UserShapeDefects::isSecondary,
                            text("evco-id", id -> id.replaceFirst("(.)([*-].)$", "$1$1$2")))),
            entry(
                    "oioi-evco-id-with-blanks",
                    showing(text("evco-id", id -> SEPARATORS.matcher(id).replaceAll(" ")))),
            entry("oioi-evco-id-with-prefix", showing(text("evco-id", id -> "EVCO:" + id))),
            entry("oioi-vat-without-prefix", showing(text("vat", vat -> vat.substring(Math.min(2, vat.length()))))),
            entry(
                    "oioi-vat-masked",
                    showing(UserShapeDefects::isSecondary, text("vat", vat -> vat.replaceAll(".(?=.{4})", "#")))),
            entry("oioi-no-vat-is-a-word", showing(nulled("vat", JSON.stringNode("n/a")))),
            entry("oioi-nulls-left-out", showing(UserShapeDefects::leaveNullsOut)),
            entry("oioi-evco-id-left-out", showing(without("evco-id"))),
            entry(
                    "oioi-billing-name-of-secondary-left-out",
                    showing(UserShapeDefects::isSecondary, without("billing-name"))),
            entry("oioi-street-number-null", showing(toNull("address.street-number"))),
            entry("oioi-billing-zip-null", showing(toNull("billing-address.zip"))),
            entry("oioi-cities-of-secondary-null", showing(UserShapeDefects::isSecondary, toNull("*.city"))));

    private UserShapeDefects() {}

    private static boolean isSecondary(User user, UserReference reference) {
        return user.username().equals(TestData.secondary().username());
    }

    /** The text's digits as a number, or the text where it has none. */
    private static JsonNode number(String text) {
        String digits = NO_DIGITS.matcher(text).replaceAll("");
        return digits.isEmpty() || digits.length() > 18
                ? JSON.stringNode(text)
                : JSON.numberNode(Long.parseLong(digits));
    }

    private static JsonNode inOneLine(JsonNode address) {
        return address.isNull()
                ? address
                : JSON.stringNode(String.join(
                        ", ",
                        address.values().stream().map(part -> part.asString("")).toList()));
    }

    private static String threeLetters(String code) {
        return code.length() == 2 ? new Locale.Builder().setRegion(code).build().getISO3Country() : code;
    }

    private static String iso3(String locale) {
        return Locale.forLanguageTag(locale).getISO3Language();
    }

    private static void leaveNullsOut(ObjectNode user) {
        List.copyOf(user.propertyNames()).stream()
                .filter(name -> user.path(name).isNull())
                .forEach(user::remove);
    }
}
