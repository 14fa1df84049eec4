package io.chargeproof.traffic.client;

import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Decides that emails, countries and time zones of a customer have the forms that the example shows. */
@Verifies("EVC-CLIENT-8")
final class CustomerValuesHaveTheirForm implements TrafficRule {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    @Override
    public List<Statement> see(RecordedExchange next) {
        return next.sentJson().filter(JsonNode::isObject).stream()
                .map(body -> Statement.of("EVC-CLIENT-8", judge(body), next))
                .toList();
    }

    private static Judgement judge(JsonNode body) {
        Deviations deviations = new Deviations();
        for (String name : List.of("email", "invoice_email")) {
            judge(body, name, text -> text.contains("@"), "an address with an @", deviations);
        }
        for (String name : List.of("country_code", "invoice_country_code")) {
            judge(body, name, COUNTRIES::contains, "an ISO 3166-1 alpha-2 code", deviations);
        }
        judge(body, "time_zone", CustomerValuesHaveTheirForm::isZone, "a time zone that exists", deviations);
        return deviations.judgement("the client sends values that aren't of the documented form");
    }

    /** An empty value is how a client says that there is none. */
    private static void judge(
            JsonNode body, String name, Predicate<String> fits, String expected, Deviations deviations) {
        JsonNode value = body.path(name);
        if (value.isString()
                && !value.stringValue().isEmpty()
                && !RecordedExchange.isPlaceholder(value.stringValue())) {
            deviations.addUnless(fits.test(value.stringValue()), name, expected, () -> SentBody.shown(value));
        }
    }

    private static boolean isZone(String text) {
        try {
            return !ZoneId.of(text).getId().isEmpty();
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
