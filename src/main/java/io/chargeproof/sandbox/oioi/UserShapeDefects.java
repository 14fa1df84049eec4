package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.Members.each;
import static io.chargeproof.sandbox.oioi.Members.nulled;
import static io.chargeproof.sandbox.oioi.Members.retyped;
import static io.chargeproof.sandbox.oioi.Members.text;
import static io.chargeproof.sandbox.oioi.Members.toNull;
import static io.chargeproof.sandbox.oioi.Members.without;
import static io.chargeproof.sandbox.oioi.PostChanges.showing;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Defects of user-get-details in the shape of a user. */
public final class UserShapeDefects {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonNode EMPTY = JSON.stringNode("");
    private static final JsonNode FALSE = JSON.booleanNode(false);
    private static final Pattern NO_DIGITS = Pattern.compile("\\D");
    private static final Pattern SEPARATORS = Pattern.compile("[*-]");

    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-phone-is-a-number")
                    .breaks("OIOI-GET-6")
                    .says("The phone is a number; the field is a string.")
                    .by(showing(retyped("phone", UserShapeDefects::number))),
            defect("oioi-social-security-number-is-a-number")
                    .breaks("OIOI-GET-6")
                    .says("The social security number is a number; the field is a string.")
                    .by(showing(retyped("social-security-number", UserShapeDefects::number))),
            defect("oioi-first-name-in-list")
                    .breaks("OIOI-GET-6")
                    .says("The first name is a list; the field is a string.")
                    .by(showing(each("first-name", Members::listed))),
            defect("oioi-locale-in-object")
                    .breaks("OIOI-GET-6")
                    .says("The locale is an object that has a language; the field is a string.")
                    .by(showing(each("locale", locale -> JSON.objectNode().set("language", locale)))),
            defect("oioi-vat-in-object")
                    .breaks("OIOI-GET-6")
                    .says("The VAT number of one of the users is an object; the field is a string.")
                    .by(showing(
                            UserShapeDefects::isSecondary,
                            each("vat", vat -> JSON.objectNode().set("number", vat)))),
            defect("oioi-evco-ids-in-list")
                    .breaks("OIOI-GET-6")
                    .says("The EVCO ID is a list of them; the field is a string.")
                    .by(showing(each("evco-id", Members::listed))),
            defect("oioi-billing-name-false-for-null")
                    .breaks("OIOI-GET-6")
                    .says("A billing name that isn't there is false; the field can be null.")
                    .by(showing(nulled("billing-name", FALSE))),
            defect("oioi-phone-zero-for-null")
                    .breaks("OIOI-GET-6")
                    .says("A phone that isn't there is 0; the field can be null.")
                    .by(showing(nulled("phone", JSON.numberNode(0)))),
            defect("oioi-last-name-is-true")
                    .breaks("OIOI-GET-6")
                    .says("The last name of one of the users is true; the field is a string.")
                    .by(showing(UserShapeDefects::isSecondary, each("last-name", name -> JSON.booleanNode(true)))),
            defect("oioi-address-is-a-text")
                    .breaks("OIOI-GET-7")
                    .says("The address is one line of text; the field is an object.")
                    .by(showing(each("address", UserShapeDefects::inOneLine))),
            defect("oioi-billing-address-in-list")
                    .breaks("OIOI-GET-7")
                    .says("The billing address is a list of one; the field is an object.")
                    .by(showing(each("billing-address", Members::listed))),
            defect("oioi-no-address-is-a-list")
                    .breaks("OIOI-GET-7")
                    .says("An address that isn't there is an empty list; the field can be null.")
                    .by(showing(nulled("address", JSON.arrayNode()))),
            defect("oioi-no-billing-address-is-empty-text")
                    .breaks("OIOI-GET-7")
                    .says("A billing address that isn't there is an empty text; the field can be null.")
                    .by(showing(nulled("billing-address", EMPTY))),
            defect("oioi-no-billing-address-is-false")
                    .breaks("OIOI-GET-7")
                    .says("A billing address that isn't there is false; the field can be null.")
                    .by(showing(nulled("billing-address", FALSE))),
            defect("oioi-zip-is-a-number")
                    .breaks("OIOI-GET-8")
                    .says("A zip code with digits is a number; the field is a string.")
                    .by(showing(retyped("*.zip", UserShapeDefects::number))),
            defect("oioi-billing-street-number-is-a-number")
                    .breaks("OIOI-GET-8")
                    .says("The street number of the billing address is a number; the field is a string.")
                    .by(showing(retyped("billing-address.street-number", UserShapeDefects::number))),
            defect("oioi-city-in-object")
                    .breaks("OIOI-GET-8")
                    .says("The city of the address is an object with its name; the field is a string.")
                    .by(showing(each("address.city", city -> JSON.objectNode().set("name", city)))),
            defect("oioi-billing-street-in-lines")
                    .breaks("OIOI-GET-8")
                    .says("The street of the billing address is a list of lines; the field is a string.")
                    .by(showing(each("billing-address.street", Members::listed))),
            defect("oioi-billing-country-missing")
                    .breaks("OIOI-GET-9")
                    .says("The billing address has no country; the field is mandatory.")
                    .by(showing(without("billing-address.country"))),
            defect("oioi-country-null")
                    .breaks("OIOI-GET-9")
                    .says("The country of the address is null; the field is mandatory.")
                    .by(showing(toNull("address.country"))),
            defect("oioi-country-of-secondary-null")
                    .breaks("OIOI-GET-9")
                    .says("The countries of one of the users are null; the field is mandatory.")
                    .by(showing(UserShapeDefects::isSecondary, toNull("*.country"))),
            defect("oioi-country-in-lower-case")
                    .breaks("OIOI-GET-10")
                    .says("Countries are in lower case; the codes of the standard that the field names are in "
                            + "capitals.")
                    .by(showing(text("*.country", code -> code.toLowerCase(Locale.ROOT)))),
            defect("oioi-billing-country-of-three-letters")
                    .breaks("OIOI-GET-10")
                    .says("The country of the billing address has three letters; the field takes a code of two.")
                    .by(showing(text("billing-address.country", UserShapeDefects::threeLetters))),
            defect("oioi-country-not-assigned")
                    .breaks("OIOI-GET-10")
                    .says("The country of the address is XX; the standard that the field names has none of that "
                            + "code.")
                    .by(showing(text("address.country", code -> "XX"))),
            defect("oioi-country-with-region")
                    .breaks("OIOI-GET-10")
                    .says("Countries bear a region; the field takes a code of two letters.")
                    .by(showing(text("*.country", code -> code + "-" + code))),
            defect("oioi-locale-in-upper-case")
                    .breaks("OIOI-GET-11")
                    .says("The locale is in capitals; the field says lower case.")
                    .by(showing(text("locale", locale -> locale.toUpperCase(Locale.ROOT)))),
            defect("oioi-locale-of-three-letters")
                    .breaks("OIOI-GET-11")
                    .says("The locale has three letters; the field says two.")
                    .by(showing(text("locale", UserShapeDefects::iso3))),
            defect("oioi-locale-with-country")
                    .breaks("OIOI-GET-11")
                    .says("The locale has a country as well; the field says two letters.")
                    .by(showing(text("locale", locale -> locale + "-" + locale.toUpperCase(Locale.ROOT)))),
            defect("oioi-no-locale-is-empty-text")
                    .breaks("OIOI-GET-11")
                    .says("A locale that isn't there is an empty text; the field says two letters or null.")
                    .by(showing(nulled("locale", EMPTY))),
            defect("oioi-locale-is-no-language")
                    .breaks("OIOI-GET-12")
                    .says("The locale is xx; the field's samples are codes of languages.")
                    .by(showing(text("locale", locale -> "xx"))),
            defect("oioi-locale-of-secondary-is-a-country")
                    .breaks("OIOI-GET-12")
                    .says("The locale of one of the users is the code of a country; the field's samples are "
                            + "codes of languages.")
                    .by(showing(UserShapeDefects::isSecondary, text("locale", locale -> "cz"))),
            defect("oioi-evco-id-is-the-rfid")
                    .breaks("OIOI-GET-13")
                    .says("The EVCO ID is the UID of a card; the example has a contract.")
                    .by(showing(text("evco-id", id -> UserTestData.primary().rfid()))),
            defect("oioi-evco-id-of-seven-places")
                    .breaks("OIOI-GET-13")
                    .says("The EVCO ID of one of the users has an instance of seven places; a contract has six "
                            + "or nine.")
                    .by(showing(
                            UserShapeDefects::isSecondary,
                            text("evco-id", id -> id.replaceFirst("(.)([*-].)$", "$1$1$2")))),
            defect("oioi-evco-id-with-blanks")
                    .breaks("OIOI-GET-13")
                    .says("The parts of the EVCO ID stand between blanks; the example has asterisks.")
                    .by(showing(text("evco-id", id -> SEPARATORS.matcher(id).replaceAll(" ")))),
            defect("oioi-evco-id-with-prefix")
                    .breaks("OIOI-GET-13")
                    .says("The EVCO ID has a prefix before its country; the example starts with the country.")
                    .by(showing(text("evco-id", id -> "EVCO:" + id))),
            defect("oioi-vat-without-prefix")
                    .breaks("OIOI-GET-15")
                    .says("The VAT number lacks its country's prefix; the example has it.")
                    .by(showing(text("vat", vat -> vat.substring(Math.min(2, vat.length()))))),
            defect("oioi-vat-masked")
                    .breaks("OIOI-GET-15")
                    .says("Most of one user's VAT number is masked; the example has letters and digits.")
                    .by(showing(UserShapeDefects::isSecondary, text("vat", vat -> vat.replaceAll(".(?=.{4})", "#")))),
            defect("oioi-no-vat-is-a-word")
                    .breaks("OIOI-GET-15")
                    .says("A VAT number that isn't there is a word; the field can be null.")
                    .by(showing(nulled("vat", JSON.stringNode("n/a")))),
            defect("oioi-nulls-left-out")
                    .breaks("OIOI-GET-16")
                    .says("Members without a value are left out; the fields can be null, and none is said to be "
                            + "optional.")
                    .by(showing(UserShapeDefects::leaveNullsOut)),
            defect("oioi-evco-id-left-out")
                    .breaks("OIOI-GET-16")
                    .says("The EVCO ID is left out; the field isn't said to be optional.")
                    .by(showing(without("evco-id"))),
            defect("oioi-billing-name-of-secondary-left-out")
                    .breaks("OIOI-GET-16")
                    .says("The billing name of one of the users is left out; the field isn't said to be optional.")
                    .by(showing(UserShapeDefects::isSecondary, without("billing-name"))),
            defect("oioi-street-number-null")
                    .breaks("OIOI-GET-20")
                    .says("The street number of the address is null; the field isn't said to be.")
                    .by(showing(toNull("address.street-number"))),
            defect("oioi-billing-zip-null")
                    .breaks("OIOI-GET-20")
                    .says("The zip code of the billing address is null; the field isn't said to be.")
                    .by(showing(toNull("billing-address.zip"))),
            defect("oioi-cities-of-secondary-null")
                    .breaks("OIOI-GET-20")
                    .says("The cities of one of the users are null; the field isn't said to be.")
                    .by(showing(UserShapeDefects::isSecondary, toNull("*.city"))));

    private UserShapeDefects() {}

    private static boolean isSecondary(User user, UserReference reference) {
        return user.username().equals(UserTestData.secondary().username());
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
