package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.UserDetailsVariants.DETAILS;
import static io.chargeproof.sandbox.oioi.UserDetailsVariants.refusing;
import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;
import static io.chargeproof.sandbox.provider.Deviation.variant;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Variants of the user calls in how strictly they read what the pages give no form for. */
public final class UserStrictnessVariants {
    private static final List<String> ADDRESSES = List.of("address", "billing-address");
    static final List<Deviation<UserRecords>> VARIANTS = List.of(
            variant("oioi-domain-of-username-ignored")
                    .of("OIOI-AUTH-1")
                    .says("A username is found with any domain after the @; the pages don't say how names are "
                            + "compared.")
                    .by(domainIgnored()),
            variant("oioi-all-nulls-refused")
                    .of("OIOI-POST-6")
                    .says("Details that are all null are refused; each may be null, but whether all may at once "
                            + "isn't said.")
                    .by(refusing(details -> DETAILS.stream()
                            .allMatch(member -> details.path(member).isNull()))),
            variant("oioi-vat-in-lower-case-taken")
                    .of("OIOI-POST-12")
                    .says("A VAT number in lower case is taken; some read it so.")
                    .by(vatJudged(vat -> vat.toUpperCase(Locale.ROOT))),
            variant("oioi-vat-of-unknown-country-taken")
                    .of("OIOI-POST-12")
                    .says("A VAT number of a country that has none is taken; the page doesn't say which "
                            + "countries are validated.")
                    .by(vatJudged(vat -> vat.startsWith("QQ") ? "FI12345678" : vat)),
            variant("oioi-missing-token-is-malformed")
                    .of("OIOI-AUTH-6")
                    .says("A call that bears no token but needs one gets code 230; what such a call gets is "
                            + "left open.")
                    .by(missingTokenIsMalformed()),
            variant("oioi-empty-locale-is-none")
                    .of("OIOI-POST-20")
                    .says("An empty locale is taken for null; what an empty text gets is left open.")
                    .by(emptyLocaleIsNone()),
            variant("oioi-omitted-details-refused")
                    .of("OIOI-POST-21")
                    .says("Details that lack a documented member are refused; what becomes of a member that is "
                            + "left out isn't said.")
                    .by(refusing(details -> !details.propertyNames().containsAll(DETAILS))),
            variant("oioi-continental-zips-alone")
                    .of("OIOI-POST-5")
                    .says("A zip code other than four or five digits, or four digits and two letters, is "
                            + "refused; the field gives no form.")
                    .by(refusing(details -> !inAddresses(details, "zip", "\\d{4,5}|\\d{4} ?[A-Z]{2}"))),
            variant("oioi-house-number-without-letter")
                    .of("OIOI-POST-5")
                    .says("A street number with a letter behind its digits is refused; the examples show digits "
                            + "and a range.")
                    .by(refusing(details -> !inAddresses(details, "street-number", "\\d+( ?- ?\\d+)?( bis)?"))),
            variant("oioi-phone-with-country-alone")
                    .of("OIOI-POST-5")
                    .says("A phone number that isn't a country's code and digits is refused; the example shows "
                            + "such a one.")
                    .by(refusing(details -> !fits(details.path("phone"), "\\+[0-9 ]{7,20}"))),
            variant("oioi-names-of-letters-alone")
                    .of("OIOI-POST-20")
                    .says("A name with other characters than letters, blanks, hyphens and apostrophes is "
                            + "refused; the field gives no form.")
                    .by(refusing(details -> !fits(details.path("first-name"), "[\\p{L}\\p{M}' -]{1,60}")
                            || !fits(details.path("last-name"), "[\\p{L}\\p{M}' -]{1,60}"))));

    private UserStrictnessVariants() {}

    private static Variation<UserRecords> domainIgnored() {
        return service -> service.with(
                Identification.class,
                next -> reference -> next.identify(
                        reference.type() == IdentifierType.USERNAME
                                ? withKnownDomain(service.records(), reference)
                                : reference));
    }

    private static UserReference withKnownDomain(UserRecords users, UserReference reference) {
        return users.all().stream()
                .map(User::username)
                .filter(known -> reference.identifier().startsWith(known.substring(0, known.indexOf('@') + 1)))
                .findFirst()
                .map(known -> new UserReference(reference.type(), known, reference.token()))
                .orElse(reference);
    }

    private static Variation<UserRecords> vatJudged(UnaryOperator<String> as) {
        return ofUsers(
                DetailsRules.class,
                next -> details -> next.objection(
                        details.path("vat").isString()
                                ? details.deepCopy()
                                        .put("vat", as.apply(details.path("vat").stringValue()))
                                : details));
    }

    private static Variation<UserRecords> missingTokenIsMalformed() {
        return ofUsers(Identification.class, next -> reference -> {
            Identified found = next.identify(reference);
            boolean missing = reference.type() != IdentifierType.TOKEN && reference.token() == null;
            return missing && found instanceof Identified.Not ? new Identified.Not(ResultCode.INVALID_REQUEST) : found;
        });
    }

    private static Variation<UserRecords> emptyLocaleIsNone() {
        return ofUsers(DetailsRules.class, next -> details -> next.objection(withLocaleOrNone(details)))
                .and(ofUsers(Posting.class, next -> (user, details) -> next.post(user, withLocaleOrNone(details))));
    }

    private static ObjectNode withLocaleOrNone(ObjectNode details) {
        return details.path("locale").asString("x").isEmpty()
                ? details.deepCopy().putNull("locale")
                : details;
    }

    private static boolean inAddresses(ObjectNode details, String member, String form) {
        return ADDRESSES.stream().allMatch(address -> fits(details.path(address).path(member), form));
    }

    /** Nothing at all fits every form. */
    private static boolean fits(JsonNode value, String form) {
        return !value.isString() || value.stringValue().matches(form);
    }
}
