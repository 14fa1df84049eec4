package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.Members.each;
import static io.chargeproof.sandbox.defect.Members.nulled;
import static io.chargeproof.sandbox.defect.Members.swapped;
import static io.chargeproof.sandbox.defect.Members.text;
import static io.chargeproof.sandbox.defect.Members.without;
import static io.chargeproof.sandbox.defect.Posts.showing;
import static io.chargeproof.sandbox.defect.Posts.storing;
import static io.chargeproof.sandbox.provider.Variation.ofUsers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.TestData;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.IdentifierType;
import io.chargeproof.sandbox.user.Outcome;
import io.chargeproof.sandbox.user.Posting;
import io.chargeproof.sandbox.user.User;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Defects of user-post-details in what is stored: plain values, and null. */
final class UserStorageDefects {
    private static final JsonNode EMPTY = JsonNodeFactory.instance.stringNode("");

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-billing-street-number-not-stored", storing(without("billing-address.street-number"))),
            entry("oioi-no-billing-address-clears-billing-name", storing(details -> {
                if (details.path("billing-address").isNull()) {
                    details.putNull("billing-name");
                }
            })),
            entry("oioi-city-not-stored", storing(without("address.city"))),
            entry("oioi-last-name-not-stored", storing(without("last-name"))),
            entry("oioi-locale-not-stored", storing(without("locale"))),
            entry("oioi-vat-not-stored", storing(without("vat"))),
            entry("oioi-social-security-number-not-stored", storing(without("social-security-number"))),
            entry("oioi-billing-name-not-stored", storing(without("billing-name"))),
            entry("oioi-billing-country-not-stored", billingCountryNotStored()),
            entry("oioi-zip-loses-leading-zero", storing(text("*.zip", zip -> zip.replaceFirst("^0+(?=\\d)", "")))),
            entry("oioi-billing-zip-loses-blanks", storing(text("billing-address.zip", zip -> zip.replace(" ", "")))),
            entry(
                    "oioi-street-number-loses-letters",
                    storing(text("*.street-number", UserStorageDefects::firstNumber))),
            entry("oioi-city-in-capitals", storing(text("*.city", city -> city.toUpperCase(Locale.ROOT)))),
            entry(
                    "oioi-street-cut-at-ten",
                    storing(text("*.street", street -> street.replaceFirst("^(.{10}).*$", "$1")))),
            entry(
                    "oioi-billing-name-in-capitals",
                    storing(text("billing-name", name -> name.toUpperCase(Locale.ROOT)))),
            entry(
                    "oioi-phone-loses-country",
                    storing(text("phone", phone -> phone.replaceFirst("^\\+\\d{2}\\s*", "0")))),
            entry("oioi-addresses-stored-swapped", storing(swapped("address", "billing-address"))),
            entry("oioi-billing-address-for-both", storing(UserStorageDefects::copyBillingAddress)),
            entry("oioi-names-stored-swapped", storing(swapped("first-name", "last-name"))),
            entry(
                    "oioi-social-security-number-masked",
                    storing(text("social-security-number", number -> "*".repeat(number.length())))),
            entry("oioi-post-of-secondary-not-stored", postOfSecondaryNotStored()),
            entry("oioi-post-stored-one-late", storedOneLate()),
            entry("oioi-state-lost-after-five-posts", lostAfterFivePosts()),
            entry("oioi-post-by-token-not-stored", Posts.takingBy(IdentifierType.TOKEN, ObjectNode::removeAll)),
            entry("oioi-post-by-evco-id-not-stored", Posts.takingBy(IdentifierType.EVCO_ID, ObjectNode::removeAll)),
            entry("oioi-nulls-ignored", storing(UserStorageDefects::dropNulls)),
            entry(
                    "oioi-nulls-by-evco-id-ignored",
                    Posts.takingBy(IdentifierType.EVCO_ID, UserStorageDefects::dropNulls)),
            entry("oioi-same-addresses-stored-once", storing(UserStorageDefects::dropSameAddress)),
            entry("oioi-zero-stored-as-null", storing(UserStorageDefects::dropZeros)),
            entry("oioi-null-address-ignored", storing(ignoring("address"))),
            entry("oioi-null-phone-ignored", storing(ignoring("phone"))),
            entry("oioi-null-first-name-is-empty", storing(nulled("first-name", EMPTY))),
            entry(
                    "oioi-null-last-name-is-a-word",
                    storing(nulled("last-name", JsonNodeFactory.instance.stringNode("null")))),
            entry("oioi-null-social-security-number-is-empty", showing(nulled("social-security-number", EMPTY))),
            entry("oioi-null-billing-address-is-the-address", showing(UserStorageDefects::fallBackToAddress)),
            entry("oioi-null-billing-name-is-the-name", showing(UserStorageDefects::fallBackToName)),
            entry("oioi-null-locale-is-english", storing(nulled("locale", JsonNodeFactory.instance.stringNode("en")))));

    private UserStorageDefects() {}

    private static String firstNumber(String text) {
        return text.replaceFirst("^(\\d+).*$", "$1");
    }

    private static void dropSameAddress(ObjectNode details) {
        if (details.path("billing-address").equals(details.path("address"))) {
            details.putNull("billing-address");
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

    private static Variation billingCountryNotStored() {
        return ofUsers(Posting.class, next -> (user, details) -> {
            JsonNode before = user.details().path("billing-address").path("country");
            return next.post(
                    user,
                    before.isString()
                            ? Posts.edited(details, each("billing-address.country", country -> before))
                            : details);
        });
    }

    private static Variation postOfSecondaryNotStored() {
        String secondary = TestData.secondary().username();
        return ofUsers(
                Posting.class,
                next -> (user, details) ->
                        user.username().equals(secondary) ? new Outcome.Posted() : next.post(user, details));
    }

    private static Variation storedOneLate() {
        return provider -> {
            Map<String, ObjectNode> last = new ConcurrentHashMap<>();
            return provider.withUserStep(Posting.class, next -> (user, details) -> {
                ObjectNode before = last.put(user.username(), details);
                return before == null ? new Outcome.Posted() : next.post(user, before);
            });
        };
    }

    private static Variation lostAfterFivePosts() {
        return provider -> {
            AtomicInteger posts = new AtomicInteger();
            Map<String, ObjectNode> first =
                    provider.users().all().stream().collect(Collectors.toMap(User::username, User::details));
            return provider.withUserStep(Posting.class, next -> (user, details) -> {
                Outcome outcome = next.post(user, details);
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
