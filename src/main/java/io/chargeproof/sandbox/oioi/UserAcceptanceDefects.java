package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.Members.each;
import static io.chargeproof.sandbox.oioi.Members.nulled;
import static io.chargeproof.sandbox.oioi.Members.text;
import static io.chargeproof.sandbox.oioi.PostChanges.detailsRead;
import static io.chargeproof.sandbox.oioi.PostChanges.detailsReadBy;
import static io.chargeproof.sandbox.oioi.PostChanges.judging;
import static io.chargeproof.sandbox.oioi.PostChanges.taking;
import static io.chargeproof.sandbox.oioi.PostChanges.takingBy;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.behaviour.Value;
import io.chargeproof.sandbox.provider.Deviation;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Defects of user-post-details in what is accepted. */
public final class UserAcceptanceDefects {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonNode NETHERLANDS = JSON.stringNode("NL");
    private static final String TWO_CAPITALS = "[A-Z]{2}";
    private static final Consumer<ObjectNode> ANY_COUNTRY = text("*.country", code -> as(code, "...+", "NL"));

    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-missing-country-is-dutch")
                    .breaks("OIOI-POST-8")
                    .says("An address without a country is taken to be in the Netherlands; the field is mandatory.")
                    .by(taking(details -> Members.ADDRESSES.forEach(name -> putCountry(details, name)))),
            defect("oioi-missing-billing-country-is-dutch")
                    .breaks("OIOI-POST-8")
                    .says("A billing address without a country is taken to be in the Netherlands; the field is "
                            + "mandatory.")
                    .by(taking(details -> putCountry(details, "billing-address"))),
            defect("oioi-null-country-taken")
                    .breaks("OIOI-POST-8")
                    .says("A country of null is stored; the field is mandatory.")
                    .by(judging(nulled("*.country", NETHERLANDS))),
            defect("oioi-empty-country-taken")
                    .breaks("OIOI-POST-8")
                    .says("An empty country is stored; the field is mandatory.")
                    .by(judging(text("*.country", code -> as(code, "", "NL")))),
            defect("oioi-null-billing-country-taken")
                    .breaks("OIOI-POST-8")
                    .says("A country of null in the billing address is stored; the field is mandatory.")
                    .by(judging(nulled("billing-address.country", NETHERLANDS))),
            defect("oioi-country-by-name-converted")
                    .breaks("OIOI-POST-9")
                    .says("The English name of a country is taken for its code; the field takes a code of two "
                            + "letters.")
                    .by(taking(text("*.country", UserAcceptanceDefects::byName))),
            defect("oioi-country-of-three-letters-converted")
                    .breaks("OIOI-POST-9")
                    .says("A code of three letters is taken for the one of two; the field takes a code of two "
                            + "letters.")
                    .by(taking(text("*.country", UserAcceptanceDefects::byThree))),
            defect("oioi-country-cut-at-two")
                    .breaks("OIOI-POST-9")
                    .says("Of a country in the address the first two letters count; the field takes a code of "
                            + "two letters.")
                    .by(taking(text("address.country", UserAcceptanceDefects::firstTwo))),
            defect("oioi-any-billing-country-taken")
                    .breaks("OIOI-POST-9")
                    .says("A country of three letters or more is stored in the billing address; the field takes "
                            + "a code of two letters.")
                    .by(judging(text("billing-address.country", code -> as(code, "...+", "NL")))),
            defect("oioi-any-two-capitals-are-a-country")
                    .breaks("OIOI-POST-10")
                    .says("Any two capitals are taken for a country; the standard that the field names doesn't "
                            + "assign them all.")
                    .by(judging(text("*.country", code -> as(code, TWO_CAPITALS, "NL")))),
            defect("oioi-any-two-capitals-are-a-billing-country")
                    .breaks("OIOI-POST-10")
                    .says("Any two capitals are taken for the country of a billing address; the standard that "
                            + "the field names doesn't assign them all.")
                    .by(judging(text("billing-address.country", code -> as(code, TWO_CAPITALS, "NL")))),
            defect("oioi-country-in-lower-case-converted")
                    .breaks("OIOI-POST-10")
                    .says("A country in lower case is stored in capitals; the codes of the standard are in "
                            + "capitals.")
                    .by(taking(text("*.country", code -> as(code, "[a-z]{2}", code.toUpperCase(Locale.ROOT))))),
            defect("oioi-country-in-lower-case-taken")
                    .breaks("OIOI-POST-10")
                    .says("A country in lower case is stored in an address as it is; the codes of the standard "
                            + "are in capitals.")
                    .by(judging(text("address.country", code -> as(code, "[a-z]{2}", "NL")))),
            defect("oioi-locale-in-upper-case-converted")
                    .breaks("OIOI-POST-11")
                    .says("A locale in capitals is stored in lower case; the field says two lower case letters.")
                    .by(taking(text("locale", locale -> locale.toLowerCase(Locale.ROOT)))),
            defect("oioi-locale-of-three-letters-taken")
                    .breaks("OIOI-POST-11")
                    .says("A locale of three letters is stored; the field says two.")
                    .by(judging(text("locale", locale -> as(locale, "[a-z]{3}", "en")))),
            defect("oioi-locale-cut-at-its-language")
                    .breaks("OIOI-POST-11")
                    .says("Of a locale with a country the language is stored; the field says two letters.")
                    .by(taking(text(
                            "locale",
                            locale -> as(
                                    locale, "[a-z]{2}[-_].+", firstTwo(locale).toLowerCase(Locale.ROOT))))),
            defect("oioi-any-locale-taken")
                    .breaks("OIOI-POST-11")
                    .says("Any text is stored as a locale; the field says two lower case letters.")
                    .by(judging(text("locale", locale -> "en"))),
            defect("oioi-missing-details-taken")
                    .breaks("OIOI-POST-16")
                    .says("A post without details succeeds; the page doesn't call them optional.")
                    .by(detailsRead(JsonNode::isMissingNode, JSON.objectNode())),
            defect("oioi-missing-details-clear-all")
                    .breaks("OIOI-POST-16")
                    .says("A post without details clears them; the page doesn't call them optional.")
                    .by(detailsRead(JsonNode::isMissingNode, nothing())),
            defect("oioi-null-details-taken")
                    .breaks("OIOI-POST-16")
                    .says("Details of null succeed; the field is an object.")
                    .by(detailsRead(JsonNode::isNull, JSON.objectNode())),
            defect("oioi-list-of-details-taken")
                    .breaks("OIOI-POST-16")
                    .says("A list of details succeeds; the field is an object.")
                    .by(detailsRead(JsonNode::isArray, JSON.objectNode())),
            defect("oioi-false-for-details-taken")
                    .breaks("OIOI-POST-16")
                    .says("Details of false are taken for none; the page shows an object.")
                    .by(detailsRead(Value::isFalse, JSON.objectNode())),
            defect("oioi-missing-country-by-token-is-dutch")
                    .breaks("OIOI-POST-8")
                    .says("An address without a country is taken if a token names the user; the field is mandatory.")
                    .by(takingBy(IdentifierType.TOKEN, details -> putCountry(details, "address"))),
            defect("oioi-text-for-details-taken")
                    .breaks("OIOI-POST-16")
                    .says("A text for the details succeeds; the field is an object.")
                    .by(detailsRead(JsonNode::isString, JSON.objectNode())),
            defect("oioi-details-in-text-parsed")
                    .breaks("OIOI-POST-16")
                    .says("Details that stand as JSON in a string are read; the field is an object.")
                    .by(detailsRead(PostChanges::parsed)),
            defect("oioi-list-of-one-unwrapped")
                    .breaks("OIOI-POST-16")
                    .says("The only details of a list are read; the field is an object.")
                    .by(detailsRead(details -> details.isArray() && details.size() == 1 ? details.get(0) : details)),
            defect("oioi-address-in-text-parsed")
                    .breaks("OIOI-POST-17")
                    .says("An address that stands as JSON in a string is read; the field is an object.")
                    .by(taking(each("address", PostChanges::parsed)
                            .andThen(each("billing-address", PostChanges::parsed)))),
            defect("oioi-number-for-phone-converted")
                    .breaks("OIOI-POST-17")
                    .says("A number for the phone is stored as a text; the field is a string.")
                    .by(taking(converted("phone", JsonNode::isNumber))),
            defect("oioi-truth-for-name-converted")
                    .breaks("OIOI-POST-17")
                    .says("True or false for a name is stored as a text; the fields are strings.")
                    .by(taking(converted("first-name", JsonNode::isBoolean)
                            .andThen(converted("last-name", JsonNode::isBoolean)))),
            defect("oioi-object-for-last-name-converted")
                    .breaks("OIOI-POST-17")
                    .says("An object for the last name is stored as a text; the field is a string.")
                    .by(taking(converted("last-name", JsonNode::isObject))),
            defect("oioi-list-for-vat-unwrapped")
                    .breaks("OIOI-POST-17")
                    .says("The first of a list of VAT numbers is stored; the field is a string.")
                    .by(taking(CallChanges.unwrapped("vat", JsonNode::isArray)
                            .andThen(emptied("vat", JsonNode::isArray)))),
            defect("oioi-number-for-zip-converted")
                    .breaks("OIOI-POST-17")
                    .says("A number for a zip code is stored as a text; the field is a string.")
                    .by(taking(converted("*.zip", JsonNode::isNumber))),
            defect("oioi-number-for-billing-street-number-converted")
                    .breaks("OIOI-POST-17")
                    .says("A number for the street number of a billing address is stored as a text; the field "
                            + "is a string.")
                    .by(taking(converted("billing-address.street-number", JsonNode::isNumber))),
            defect("oioi-text-for-address-ignored")
                    .breaks("OIOI-POST-17")
                    .says("A text for the address is passed over; the field is an object.")
                    .by(taking(details -> ignore(details, "address", JsonNode::isString))),
            defect("oioi-address-in-list-unwrapped")
                    .breaks("OIOI-POST-17")
                    .says("The first of a list of addresses is stored; the field is an object.")
                    .by(taking(CallChanges.unwrapped("address", JsonNode::isArray))),
            defect("oioi-list-for-billing-address-is-none")
                    .breaks("OIOI-POST-17")
                    .says("A list for the billing address counts as null; the field is an object.")
                    .by(taking(emptied("billing-address", JsonNode::isArray))),
            defect("oioi-false-for-locale-is-none")
                    .breaks("OIOI-POST-17")
                    .says("True or false for the locale counts as null; the field is a string.")
                    .by(taking(emptied("locale", JsonNode::isBoolean))),
            defect("oioi-object-for-social-security-number-ignored")
                    .breaks("OIOI-POST-17")
                    .says("An object or a list for the social security number is passed over; the field is a "
                            + "string.")
                    .by(taking(details -> ignore(details, "social-security-number", JsonNode::isContainer))),
            defect("oioi-wrong-types-ignored")
                    .breaks("OIOI-POST-17")
                    .says("Names, phone and social security number of a wrong type are passed over; the fields "
                            + "are strings.")
                    .by(taking(UserAcceptanceDefects::ignoreWrongTypes)),
            defect("oioi-empty-address-is-none")
                    .breaks("OIOI-POST-8")
                    .says("An address without any member is taken for no address; the country of an address is "
                            + "mandatory.")
                    .by(taking(emptied("address", UserAcceptanceDefects::isEmptyObject)
                            .andThen(emptied("billing-address", UserAcceptanceDefects::isEmptyObject)))),
            defect("oioi-country-beside-null-not-checked")
                    .breaks("OIOI-POST-9")
                    .says("The country of an address isn't looked at where the other address is null; each "
                            + "country is a two-letter code.")
                    .by(judging(details -> {
                        if (Members.ADDRESSES.stream()
                                .anyMatch(name -> details.path(name).isNull())) {
                            ANY_COUNTRY.accept(details);
                        }
                    })),
            defect("oioi-country-by-token-not-checked")
                    .breaks("OIOI-POST-9")
                    .says("Posts by token have any country taken for the Netherlands; the code is to be of two "
                            + "letters however the user is identified.")
                    .by(takingBy(IdentifierType.TOKEN, ANY_COUNTRY)),
            defect("oioi-vat-by-token-not-checked")
                    .breaks("OIOI-POST-12")
                    .says("The VAT number of a post by token isn't validated; the page says that it is.")
                    .by(takingBy(IdentifierType.TOKEN, text("vat", vat -> as(vat, "DE\\d{1,8}", "DE136695976")))),
            defect("oioi-missing-details-by-token-taken")
                    .breaks("OIOI-POST-16")
                    .says("A post by token needs no details; the page doesn't call them optional.")
                    .by(detailsReadBy(IdentifierType.TOKEN, JsonNode::isMissingNode, JSON.objectNode())),
            defect("oioi-wrong-types-by-token-ignored")
                    .breaks("OIOI-POST-17")
                    .says("Members of a wrong type are ignored in posts by token; the page gives their types.")
                    .by(takingBy(IdentifierType.TOKEN, UserAcceptanceDefects::ignoreWrongTypes)));

    private UserAcceptanceDefects() {}

    private static String as(String text, String form, String instead) {
        return text.matches(form) ? instead : text;
    }

    private static void putCountry(ObjectNode details, String name) {
        if (details.path(name) instanceof ObjectNode address && !address.has("country")) {
            address.set("country", NETHERLANDS);
        }
    }

    private static String byName(String country) {
        return List.of(Locale.getISOCountries()).stream()
                .filter(code -> region(code).getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(country))
                .findFirst()
                .orElse(country);
    }

    private static String byThree(String country) {
        return List.of(Locale.getISOCountries()).stream()
                .filter(code -> region(code).getISO3Country().equalsIgnoreCase(country))
                .findFirst()
                .orElse(country);
    }

    private static Locale region(String code) {
        return new Locale.Builder().setRegion(code).build();
    }

    private static String firstTwo(String text) {
        return text.length() < 2 ? text : text.substring(0, 2).toUpperCase(Locale.ROOT);
    }

    private static ObjectNode nothing() {
        ObjectNode details = JSON.objectNode();
        Members.TEXTS.forEach(details::putNull);
        Members.ADDRESSES.forEach(details::putNull);
        return details;
    }

    private static Consumer<ObjectNode> converted(String path, Predicate<JsonNode> which) {
        return each(path, value -> which.test(value) ? JSON.stringNode(value.toString()) : value);
    }

    private static Consumer<ObjectNode> emptied(String path, Predicate<JsonNode> which) {
        return each(path, value -> which.test(value) ? JSON.nullNode() : value);
    }

    private static boolean isEmptyObject(JsonNode value) {
        return value.isObject() && value.isEmpty();
    }

    private static void ignore(ObjectNode details, String member, Predicate<JsonNode> which) {
        if (which.test(details.path(member))) {
            details.remove(member);
        }
    }

    private static void ignoreWrongTypes(ObjectNode details) {
        Members.TEXTS.forEach(name -> ignore(details, name, value -> !value.isString() && !value.isNull()));
    }
}
