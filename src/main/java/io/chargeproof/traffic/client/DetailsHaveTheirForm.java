package io.chargeproof.traffic.client;

import io.chargeproof.api.oioi.Details;
import io.chargeproof.api.oioi.UserCall;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Decides that posted details have the documented types, that each address has a country by its code, and that a locale is two
 * lower-case letters. What was taken out of a recording counts as text.
 */
@Verifies({"OIOI-CLIENT-5", "OIOI-CLIENT-6", "OIOI-CLIENT-7"})
final class DetailsHaveTheirForm implements TrafficRule {
    private static final List<String> ADDRESSES = List.of("address", "billing-address");
    private static final List<String> OF_ADDRESSES = List.of("street", "street-number", "zip", "city", "country");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2}");

    @Override
    public List<Statement> see(RecordedExchange next) {
        return UserCallSent.in(next).filter(call -> call.call() == UserCall.POST_DETAILS).stream()
                .flatMap(call -> judge(call.details(), next).stream())
                .toList();
    }

    private static List<Statement> judge(JsonNode details, RecordedExchange next) {
        List<Statement> said = new ArrayList<>(List.of(Statement.of("OIOI-CLIENT-5", types(details), next)));
        if (ADDRESSES.stream().anyMatch(name -> details.path(name).isObject())) {
            said.add(Statement.of("OIOI-CLIENT-6", countries(details), next));
        }
        if (details.has("locale")) {
            said.add(Statement.of("OIOI-CLIENT-7", locale(details.path("locale")), next));
        }
        return said;
    }

    private static Judgement types(JsonNode details) {
        Deviations deviations = new Deviations();
        if (!details.isObject()) {
            deviations.add("details", "an object", SentBody.type(details));
        }
        for (String name : Details.members()) {
            JsonNode value = details.path(name);
            if (ADDRESSES.contains(name)) {
                deviations.addUnless(
                        isOpen(value) || value.isObject(), name, "an object or null", () -> SentBody.type(value));
                OF_ADDRESSES.forEach(member -> text(value.path(member), name + "." + member, deviations));
            } else {
                deviations.addUnless(
                        isOpen(value) || value.isString(), name, "a string or null", () -> SentBody.type(value));
            }
        }
        return deviations.judgement("the client posts details of another type");
    }

    /** Nothing in an address is said to be nullable; a missing country is a matter of its own. */
    private static void text(JsonNode value, String place, Deviations deviations) {
        boolean country = place.endsWith("country");
        boolean fits = value.isMissingNode() || value.isString() || (country && value.isNull());
        deviations.addUnless(fits, place, "a string", () -> SentBody.type(value));
    }

    private static boolean isOpen(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static Judgement countries(JsonNode details) {
        Deviations deviations = new Deviations();
        for (String name : ADDRESSES) {
            JsonNode country = details.path(name).path("country");
            if (details.path(name).isObject()) {
                deviations.addUnless(
                        country.isString() && COUNTRIES.contains(country.stringValue()),
                        name + ".country",
                        "an ISO 3166-1 alpha-2 code in upper case",
                        () -> SentBody.shown(country));
            }
        }
        return deviations.judgement("the client posts an address without a proper country");
    }

    private static Judgement locale(JsonNode locale) {
        boolean fits = locale.isNull()
                || (locale.isString() && LOCALE.matcher(locale.stringValue()).matches());
        return Judgement.holdsIf(
                fits,
                "the client posts a locale of another form",
                "two lower-case letters or null",
                "locale " + SentBody.shown(locale));
    }
}
