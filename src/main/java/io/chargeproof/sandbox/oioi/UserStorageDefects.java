package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.Members.each;
import static io.chargeproof.sandbox.oioi.Members.nulled;
import static io.chargeproof.sandbox.oioi.Members.swapped;
import static io.chargeproof.sandbox.oioi.Members.text;
import static io.chargeproof.sandbox.oioi.Members.without;
import static io.chargeproof.sandbox.oioi.PostChanges.showing;
import static io.chargeproof.sandbox.oioi.PostChanges.storing;
import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Defects of user-post-details in what is stored: plain values, and null. */
public final class UserStorageDefects {
    private static final Map<String, String> FORMER_CODES = Map.of("he", "iw", "id", "in", "yi", "ji");

    private static final JsonNode EMPTY = JsonNodeFactory.instance.stringNode("");

    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-house-number-with-e-is-a-power")
                    .breaks("OIOI-POST-5")
                    .says("A house number of digits, an e and digits is read as a power of ten; the get returns what "
                            + "was posted.")
                    .by(storing(text("*.street-number", UserStorageDefects::power))),
            defect("oioi-house-numbers-become-dates")
                    .breaks("OIOI-POST-5")
                    .says("House numbers such as 3-4 become a day and a month; the get returns what was posted.")
                    .by(storing(text("*.street-number", text -> text.replaceFirst("^(\\d)-4$", "$1-Apr")))),
            defect("oioi-locales-of-old")
                    .breaks("OIOI-POST-5")
                    .says("The languages he, id and yi come back by the codes that they had before; the get returns "
                            + "what was posted.")
                    .by(storing(text("locale", locale -> FORMER_CODES.getOrDefault(locale, locale)))),
            defect("oioi-phone-gets-a-country")
                    .breaks("OIOI-POST-5")
                    .says("A phone number with a leading zero gets the code of the provider's country; the get returns "
                            + "what was posted.")
                    .by(storing(text("phone", phone -> phone.replaceFirst("^0(?=[1-9])", "+31")))),
            defect("oioi-billing-street-number-not-stored")
                    .breaks("OIOI-POST-5")
                    .says("The street number of a posted billing address isn't stored; it is one of the details "
                            + "that the call posts.")
                    .by(storing(without("billing-address.street-number"))),
            defect("oioi-no-billing-address-clears-billing-name")
                    .breaks("OIOI-POST-5")
                    .says("A billing address of null clears the billing name beside it; each member is set on "
                            + "its own.")
                    .by(storing(details -> {
                        if (details.path("billing-address").isNull()) {
                            details.putNull("billing-name");
                        }
                    })),
            defect("oioi-city-not-stored")
                    .breaks("OIOI-POST-5")
                    .says("The city of a posted address isn't stored; it is one of the details that the call posts.")
                    .by(storing(without("address.city"))),
            defect("oioi-last-name-not-stored")
                    .breaks("OIOI-POST-5")
                    .says("A posted last name isn't stored; it is one of the details that the call posts.")
                    .by(storing(without("last-name"))),
            defect("oioi-locale-not-stored")
                    .breaks("OIOI-POST-5")
                    .says("A posted locale isn't stored; it is one of the details that the call posts.")
                    .by(storing(without("locale"))),
            defect("oioi-vat-not-stored")
                    .breaks("OIOI-POST-5")
                    .says("A posted VAT number isn't stored; it is one of the details that the call posts.")
                    .by(storing(without("vat"))),
            defect("oioi-social-security-number-not-stored")
                    .breaks("OIOI-POST-5")
                    .says("A posted social security number isn't stored; it is one of the details that the call "
                            + "posts.")
                    .by(storing(without("social-security-number"))),
            defect("oioi-billing-name-not-stored")
                    .breaks("OIOI-POST-5")
                    .says("A posted billing name isn't stored; it is one of the details that the call posts.")
                    .by(storing(without("billing-name"))),
            defect("oioi-billing-country-not-stored")
                    .breaks("OIOI-POST-5")
                    .says("The country of a billing address stays what it was; it is one of the details that "
                            + "the call posts.")
                    .by(billingCountryNotStored()),
            defect("oioi-zip-loses-leading-zero")
                    .breaks("OIOI-POST-5")
                    .says("A zip code loses the zeros that it starts with; the field is a string.")
                    .by(storing(text("*.zip", zip -> zip.replaceFirst("^0+(?=\\d)", "")))),
            defect("oioi-billing-zip-loses-blanks")
                    .breaks("OIOI-POST-5")
                    .says("The zip code of a billing address loses the blanks in it; what is posted is to be kept.")
                    .by(storing(text("billing-address.zip", zip -> zip.replace(" ", "")))),
            defect("oioi-street-number-loses-letters")
                    .breaks("OIOI-POST-5")
                    .says("A street number is cut after its first number; the example has a range there.")
                    .by(storing(text("*.street-number", UserStorageDefects::firstNumber))),
            defect("oioi-city-in-capitals")
                    .breaks("OIOI-POST-5")
                    .says("Cities are stored in capitals; what is posted is to be kept.")
                    .by(storing(text("*.city", city -> city.toUpperCase(Locale.ROOT)))),
            defect("oioi-street-cut-at-ten")
                    .breaks("OIOI-POST-5")
                    .says("Streets are cut at ten letters; the page sets no length.")
                    .by(storing(text("*.street", street -> street.replaceFirst("^(.{10}).*$", "$1")))),
            defect("oioi-billing-name-in-capitals")
                    .breaks("OIOI-POST-5")
                    .says("The billing name is stored in capitals; what is posted is to be kept.")
                    .by(storing(text("billing-name", name -> name.toUpperCase(Locale.ROOT)))),
            defect("oioi-phone-loses-country")
                    .breaks("OIOI-POST-5")
                    .says("The country's code of a phone number becomes a 0; the example has it.")
                    .by(storing(text("phone", phone -> phone.replaceFirst("^\\+\\d{2}\\s*", "0")))),
            defect("oioi-addresses-stored-swapped")
                    .breaks("OIOI-POST-5")
                    .says("The two addresses are stored the wrong way round; each is a field of its own.")
                    .by(storing(swapped("address", "billing-address"))),
            defect("oioi-billing-address-for-both")
                    .breaks("OIOI-POST-5")
                    .says("A posted billing address becomes the address too; each is a field of its own.")
                    .by(storing(UserStorageDefects::copyBillingAddress)),
            defect("oioi-names-stored-swapped")
                    .breaks("OIOI-POST-5")
                    .says("First and last name are stored the wrong way round; each is a field of its own.")
                    .by(storing(swapped("first-name", "last-name"))),
            defect("oioi-social-security-number-masked")
                    .breaks("OIOI-POST-5")
                    .says("A social security number is stored as asterisks; the get returns it.")
                    .by(storing(text("social-security-number", number -> "*".repeat(number.length())))),
            defect("oioi-post-of-secondary-not-stored")
                    .breaks("OIOI-POST-5")
                    .says("Posts for one of the users succeed and aren't stored; the call is there to store them.")
                    .by(postOfSecondaryNotStored()),
            defect("oioi-same-names-and-address-no-change")
                    .breaks("OIOI-POST-5")
                    .says("A post that leaves names and address as they are is taken for no change; the call posts "
                            + "all details.")
                    .by(unchangedIf("first-name", "last-name", "address")),
            defect("oioi-same-phone-no-change")
                    .breaks("OIOI-POST-5")
                    .says("A post with the phone on record is taken for no change; the call posts all details.")
                    .by(unchangedIf("phone")),
            defect("oioi-other-letter-case-no-change")
                    .breaks("OIOI-POST-5")
                    .says("A post that differs from what is on record by letter case alone is taken for no change; "
                            + "the call posts all details.")
                    .by(unchangedIf(UserStorageDefects::areSameButForCase)),
            defect("oioi-phone-loses-zeros")
                    .breaks("OIOI-POST-5")
                    .says("A phone number loses the two zeros before its country's code; the get returns what was "
                            + "posted.")
                    .by(storing(text("phone", phone -> phone.replaceFirst("^00", "")))),
            defect("oioi-post-stored-one-late")
                    .breaks("OIOI-POST-5")
                    .says("A post shows after the next one; its answer says that it was a success.")
                    .by(storedOneLate()),
            defect("oioi-state-lost-after-five-posts")
                    .breaks("OIOI-POST-5")
                    .says("Every fifth post puts its user back to the start; its answer says that it was a success.")
                    .by(lostAfterFivePosts()),
            defect("oioi-post-by-token-not-stored")
                    .breaks("OIOI-POST-5")
                    .says("Posts by token succeed and aren't stored; the page lists token among the identifier "
                            + "types.")
                    .by(PostChanges.takingBy(IdentifierType.TOKEN, ObjectNode::removeAll)),
            defect("oioi-post-by-evco-id-not-stored")
                    .breaks("OIOI-POST-5")
                    .says("Posts by EVCO ID succeed and aren't stored; the page lists it among the identifier "
                            + "types.")
                    .by(PostChanges.takingBy(IdentifierType.EVCO_ID, ObjectNode::removeAll)),
            defect("oioi-nulls-ignored")
                    .breaks("OIOI-POST-7")
                    .says("A member of null keeps the value on record; null is a value that the fields can have.")
                    .by(storing(UserStorageDefects::dropNulls)),
            defect("oioi-nulls-by-evco-id-ignored")
                    .breaks("OIOI-POST-7")
                    .says("A member of null keeps the value on record if the user is named by EVCO ID; null is "
                            + "a value that the fields can have.")
                    .by(PostChanges.takingBy(IdentifierType.EVCO_ID, UserStorageDefects::dropNulls)),
            defect("oioi-same-addresses-stored-once")
                    .breaks("OIOI-POST-5")
                    .says("A billing address that is the same as the address isn't stored; a post sets the details.")
                    .by(storing(UserStorageDefects::dropSameAddress)),
            defect("oioi-billing-name-that-is-the-name-lost")
                    .breaks("OIOI-POST-5")
                    .says("A billing name that is the first and the last name isn't stored; a post sets the details.")
                    .by(storing(UserStorageDefects::dropSameName)),
            defect("oioi-zero-stored-as-null")
                    .breaks("OIOI-POST-20")
                    .says("A text that is a zero is lost; a post sets the details.")
                    .by(storing(UserStorageDefects::dropZeros)),
            defect("oioi-null-address-ignored")
                    .breaks("OIOI-POST-7")
                    .says("An address of null keeps the one on record; null is a value that the field can have.")
                    .by(storing(ignoring("address"))),
            defect("oioi-null-phone-ignored")
                    .breaks("OIOI-POST-7")
                    .says("A phone of null keeps the one on record; null is a value that the field can have.")
                    .by(storing(ignoring("phone"))),
            defect("oioi-null-first-name-is-empty")
                    .breaks("OIOI-POST-7")
                    .says("A first name of null becomes an empty text; null is a value that the field can have.")
                    .by(storing(nulled("first-name", EMPTY))),
            defect("oioi-null-last-name-is-a-word")
                    .breaks("OIOI-POST-7")
                    .says("A last name of null becomes the word null; null is a value that the field can have.")
                    .by(storing(nulled("last-name", JsonNodeFactory.instance.stringNode("null")))),
            defect("oioi-null-social-security-number-is-empty")
                    .breaks("OIOI-POST-7")
                    .says("A social security number of null is shown as an empty text; null is a value that the "
                            + "field can have.")
                    .by(showing(nulled("social-security-number", EMPTY))),
            defect("oioi-null-billing-address-is-the-address")
                    .breaks("OIOI-POST-7")
                    .says("A billing address of null is shown as the address; null is a value that the field "
                            + "can have.")
                    .by(showing(UserStorageDefects::fallBackToAddress)),
            defect("oioi-null-billing-name-is-the-name")
                    .breaks("OIOI-POST-7")
                    .says("A billing name of null is shown as the last name; null is a value that the field can "
                            + "have.")
                    .by(showing(UserStorageDefects::fallBackToName)),
            defect("oioi-null-locale-is-english")
                    .breaks("OIOI-POST-7")
                    .says("A locale of null becomes English; null is a value that the field can have.")
                    .by(storing(nulled("locale", JsonNodeFactory.instance.stringNode("en")))));

    private UserStorageDefects() {}

    private static String power(String text) {
        return text.matches("\\d+[eE]\\d{1,2}") ? new BigDecimal(text).toPlainString() : text;
    }

    private static String firstNumber(String text) {
        return text.replaceFirst("^(\\d+).*$", "$1");
    }

    private static void dropSameAddress(ObjectNode details) {
        if (details.path("billing-address").equals(details.path("address"))) {
            details.putNull("billing-address");
        }
    }

    private static void dropSameName(ObjectNode details) {
        String name = details.path("first-name").asString("") + " "
                + details.path("last-name").asString("");
        if (details.path("billing-name").asString("").equals(name)) {
            details.putNull("billing-name");
        }
    }

    private static void dropZeros(ObjectNode details) {
        Members.TEXTS.stream()
                .filter(name -> details.path(name).asString("").equals("0"))
                .forEach(details::putNull);
    }

    private static void copyBillingAddress(ObjectNode details) {
        if (details.has("billing-address")) {
            details.set("address", details.path("billing-address"));
        }
    }

    private static Variation<UserRecords> billingCountryNotStored() {
        return ofUsers(Posting.class, next -> (user, details) -> {
            JsonNode before = user.details().path("billing-address").path("country");
            return next.post(
                    user,
                    before.isString()
                            ? PostChanges.edited(details, each("billing-address.country", country -> before))
                            : details);
        });
    }

    private static Variation<UserRecords> postOfSecondaryNotStored() {
        String secondary = UserTestData.secondary().username();
        return ofUsers(
                Posting.class,
                next -> (user, details) ->
                        user.username().equals(secondary) ? new CallResult.Posted() : next.post(user, details));
    }

    /** Posts succeed and aren't stored where these members are as they were. */
    private static Variation<UserRecords> unchangedIf(String... members) {
        return unchangedIf((before, after) ->
                Stream.of(members).allMatch(member -> after.path(member).equals(before.path(member))));
    }

    private static Variation<UserRecords> unchangedIf(BiPredicate<ObjectNode, ObjectNode> same) {
        return ofUsers(
                Posting.class,
                next -> (user, details) ->
                        same.test(user.details(), details) ? new CallResult.Posted() : next.post(user, details));
    }

    private static boolean areSameButForCase(ObjectNode before, ObjectNode after) {
        return Stream.concat(Details.TEXTS.stream(), Details.ADDRESSES.stream())
                .allMatch(name -> after.path(name)
                        .toString()
                        .equalsIgnoreCase(before.path(name).toString()));
    }

    private static Variation<UserRecords> storedOneLate() {
        return service -> {
            Map<String, ObjectNode> last = new ConcurrentHashMap<>();
            return service.with(Posting.class, next -> (user, details) -> {
                ObjectNode before = last.put(user.username(), details);
                return before == null ? new CallResult.Posted() : next.post(user, before);
            });
        };
    }

    private static Variation<UserRecords> lostAfterFivePosts() {
        return service -> {
            AtomicInteger posts = new AtomicInteger();
            Map<String, ObjectNode> first =
                    service.records().all().stream().collect(Collectors.toMap(User::username, User::details));
            return service.with(Posting.class, next -> (user, details) -> {
                CallResult outcome = next.post(user, details);
                if (posts.incrementAndGet() % 5 == 0) {
                    user.change(now -> first.getOrDefault(user.username(), now));
                }
                return outcome;
            });
        };
    }

    private static void dropNulls(ObjectNode details) {
        List.copyOf(details.propertyNames()).forEach(name -> ignoring(name).accept(details));
    }

    private static Consumer<ObjectNode> ignoring(String name) {
        return details -> {
            if (details.path(name).isNull()) {
                details.remove(name);
            }
        };
    }

    private static void fallBackToAddress(ObjectNode user) {
        if (user.path("billing-address").isNull()) {
            user.set("billing-address", user.path("address"));
        }
    }

    private static void fallBackToName(ObjectNode user) {
        if (user.path("billing-name").isNull() && user.path("last-name").isString()) {
            user.set("billing-name", user.path("last-name"));
        }
    }
}
