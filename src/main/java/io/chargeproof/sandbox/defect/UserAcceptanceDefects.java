package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.Members.each;
import static io.chargeproof.sandbox.defect.Members.nulled;
import static io.chargeproof.sandbox.defect.Members.text;
import static io.chargeproof.sandbox.defect.Posts.detailsRead;
import static io.chargeproof.sandbox.defect.Posts.detailsReadBy;
import static io.chargeproof.sandbox.defect.Posts.judging;
import static io.chargeproof.sandbox.defect.Posts.taking;
import static io.chargeproof.sandbox.defect.Posts.takingBy;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.IdentifierType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Defects of user-post-details in what is accepted. */
final class UserAcceptanceDefects {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonNode NETHERLANDS = JSON.stringNode("NL");
    private static final String TWO_CAPITALS = "[A-Z]{2}";
    private static final Consumer<ObjectNode> ANY_COUNTRY = text("*.country", code -> as(code, "...+", "NL"));

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry(
                    "oioi-missing-country-is-dutch",
                    taking(details -> Members.ADDRESSES.forEach(name -> putCountry(details, name)))),
            entry("oioi-missing-billing-country-is-dutch", taking(details -> putCountry(details, "billing-address"))),
            entry("oioi-null-country-taken", judging(nulled("*.country", NETHERLANDS))),
            entry("oioi-empty-country-taken", judging(text("*.country", code -> as(code, "", "NL")))),
            entry("oioi-null-billing-country-taken", judging(nulled("billing-address.country", NETHERLANDS))),
            entry("oioi-country-by-name-converted", taking(text("*.country", UserAcceptanceDefects::byName))),
            entry("oioi-country-of-three-letters-converted", taking(text("*.country", UserAcceptanceDefects::byThree))),
            entry("oioi-country-cut-at-two", taking(text("address.country", UserAcceptanceDefects::firstTwo))),
            entry(
                    "oioi-any-billing-country-taken",
                    judging(text("billing-address.country", code -> as(code, "...+", "NL")))),
            entry(
                    "oioi-any-two-capitals-are-a-country",
                    judging(text("*.country", code -> as(code, TWO_CAPITALS, "NL")))),
            entry(
                    "oioi-any-two-capitals-are-a-billing-country",
                    judging(text("billing-address.country", code -> as(code, TWO_CAPITALS, "NL")))),
            entry(
                    "oioi-country-in-lower-case-converted",
                    taking(text("*.country", code -> as(code, "[a-z]{2}", code.toUpperCase(Locale.ROOT))))),
            entry(
                    "oioi-country-in-lower-case-taken",
                    judging(text("address.country", code -> as(code, "[a-z]{2}", "NL")))),
            entry(
                    "oioi-locale-in-upper-case-converted",
                    taking(text("locale", locale -> locale.toLowerCase(Locale.ROOT)))),
            entry(
                    "oioi-locale-of-three-letters-taken",
                    judging(text("locale", locale -> as(locale, "[a-z]{3}", "en")))),
            entry(
                    "oioi-locale-cut-at-its-language",
                    taking(text(
                            "locale",
                            locale -> as(
                                    locale, "[a-z]{2}[-_].+", firstTwo(locale).toLowerCase(Locale.ROOT))))),
            entry("oioi-any-locale-taken", judging(text("locale", locale -> "en"))),
            entry("oioi-missing-details-taken", detailsRead(JsonNode::isMissingNode, JSON.objectNode())),
            entry("oioi-missing-details-clear-all", detailsRead(JsonNode::isMissingNode, nothing())),
            entry("oioi-null-details-taken", detailsRead(JsonNode::isNull, JSON.objectNode())),
            entry("oioi-list-of-details-taken", detailsRead(JsonNode::isArray, JSON.objectNode())),
            entry("oioi-false-for-details-taken", detailsRead(Value::isFalse, JSON.objectNode())),
            entry(
                    "oioi-missing-country-by-token-is-dutch",
                    takingBy(IdentifierType.TOKEN, details -> putCountry(details, "address"))),
            entry("oioi-text-for-details-taken", detailsRead(JsonNode::isString, JSON.objectNode())),
            entry("oioi-number-for-phone-converted", taking(converted("phone", JsonNode::isNumber))),
            entry(
                    "oioi-truth-for-name-converted",
                    taking(converted("first-name", JsonNode::isBoolean)
                            .andThen(converted("last-name", JsonNode::isBoolean)))),
            entry("oioi-object-for-last-name-converted", taking(converted("last-name", JsonNode::isObject))),
            entry(
                    "oioi-list-for-vat-unwrapped",
                    taking(Calls.unwrapped("vat", JsonNode::isArray).andThen(emptied("vat", JsonNode::isArray)))),
            entry("oioi-number-for-zip-converted", taking(converted("*.zip", JsonNode::isNumber))),
            entry(
                    "oioi-number-for-billing-street-number-converted",
                    taking(converted("billing-address.street-number", JsonNode::isNumber))),
            entry("oioi-text-for-address-ignored", taking(details -> ignore(details, "address", JsonNode::isString))),
            entry("oioi-list-for-billing-address-is-none", taking(emptied("billing-address", JsonNode::isArray))),
            entry("oioi-false-for-locale-is-none", taking(emptied("locale", JsonNode::isBoolean))),
            entry(
                    "oioi-object-for-social-security-number-ignored",
                    taking(details -> ignore(details, "social-security-number", JsonNode::isContainer))),
            entry("oioi-wrong-types-ignored", taking(UserAcceptanceDefects::ignoreWrongTypes)),
            entry(
                    "oioi-empty-address-is-none",
                    taking(emptied("address", UserAcceptanceDefects::isEmptyObject)
                            .andThen(emptied("billing-address", UserAcceptanceDefects::isEmptyObject)))),
            entry("oioi-country-beside-null-not-checked", judging(details -> {
                if (Members.ADDRESSES.stream()
                        .anyMatch(name -> details.path(name).isNull())) {
                    ANY_COUNTRY.accept(details);
                }
            })),
            entry("oioi-country-by-token-not-checked", takingBy(IdentifierType.TOKEN, ANY_COUNTRY)),
            entry(
                    "oioi-vat-by-token-not-checked",
                    takingBy(IdentifierType.TOKEN, text("vat", vat -> as(vat, "DE\\d{1,8}", "DE136695976")))),
            entry(
                    "oioi-missing-details-by-token-taken",
                    detailsReadBy(IdentifierType.TOKEN, JsonNode::isMissingNode, JSON.objectNode())),
            entry(
                    "oioi-wrong-types-by-token-ignored",
                    takingBy(IdentifierType.TOKEN, UserAcceptanceDefects::ignoreWrongTypes)));

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
