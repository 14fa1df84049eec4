package io.chargeproof.sandbox.freedom;

import static io.chargeproof.sandbox.freedom.UserDetailsFreedoms.DETAILS;
import static io.chargeproof.sandbox.freedom.UserDetailsFreedoms.refusing;
import static io.chargeproof.sandbox.provider.Variation.ofUsers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.DetailsRules;
import io.chargeproof.sandbox.user.Identification;
import io.chargeproof.sandbox.user.Identified;
import io.chargeproof.sandbox.user.IdentifierType;
import io.chargeproof.sandbox.user.Posting;
import io.chargeproof.sandbox.user.ResultCode;
import io.chargeproof.sandbox.user.User;
import io.chargeproof.sandbox.user.UserRecords;
import io.chargeproof.sandbox.user.UserReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Freedoms of the user calls in how strictly they read what the pages give no form for. */
final class UserStrictnessFreedoms {
    private static final List<String> ADDRESSES = List.of("address", "billing-address");
    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-domain-of-username-ignored", domainIgnored()),
            entry(
                    "oioi-all-nulls-refused",
                    refusing(details -> DETAILS.stream()
                            .allMatch(member -> details.path(member).isNull()))),
            entry("oioi-vat-in-lower-case-taken", vatJudged(vat -> vat.toUpperCase(Locale.ROOT))),
            entry("oioi-vat-of-unknown-country-taken", vatJudged(vat -> vat.startsWith("QQ") ? "FI12345678" : vat)),
            entry("oioi-missing-token-is-malformed", missingTokenIsMalformed()),
            entry("oioi-empty-locale-is-none", emptyLocaleIsNone()),
            entry(
                    "oioi-omitted-details-refused",
                    refusing(details -> !details.propertyNames().containsAll(DETAILS))),
            entry(
                    "oioi-continental-zips-alone",
                    refusing(details -> !inAddresses(details, "zip", "\\d{4,5}|\\d{4} ?[A-Z]{2}"))),
            entry(
                    "oioi-house-number-without-letter",
                    refusing(details -> !inAddresses(details, "street-number", "\\d+( ?- ?\\d+)?( bis)?"))),
            entry(
                    "oioi-phone-with-country-alone",
                    refusing(details -> !fits(details.path("phone"), "\\+[0-9 ]{7,20}"))),
            entry(
                    "oioi-names-of-letters-alone",
                    refusing(details -> !fits(details.path("first-name"), "[\\p{L}\\p{M}' -]{1,60}")
                            || !fits(details.path("last-name"), "[\\p{L}\\p{M}' -]{1,60}"))));

    private UserStrictnessFreedoms() {}

    private static Variation domainIgnored() {
        return provider -> provider.withUserStep(
                Identification.class,
                next -> reference -> next.identify(
                        reference.type() == IdentifierType.USERNAME
                                ? withKnownDomain(provider.users(), reference)
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

    private static Variation vatJudged(UnaryOperator<String> as) {
        return ofUsers(
                DetailsRules.class,
                next -> details -> next.objection(
                        details.path("vat").isString()
                                ? details.deepCopy()
                                        .put("vat", as.apply(details.path("vat").stringValue()))
                                : details));
    }

    private static Variation missingTokenIsMalformed() {
        return ofUsers(Identification.class, next -> reference -> {
            Identified found = next.identify(reference);
            boolean missing = reference.type() != IdentifierType.TOKEN && reference.token() == null;
            return missing && found instanceof Identified.Not ? new Identified.Not(ResultCode.INVALID_REQUEST) : found;
        });
    }

    private static Variation emptyLocaleIsNone() {
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
