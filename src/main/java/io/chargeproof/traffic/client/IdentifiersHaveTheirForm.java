package io.chargeproof.traffic.client;

import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Decides that RFID UIDs and EVCO IDs by which a client names a user have the form that the glossary gives them. */
@Verifies("OIOI-CLIENT-9")
final class IdentifiersHaveTheirForm implements TrafficRule {
    private static final Map<String, Pattern> FORMS = Map.of(
            "rfid", Pattern.compile("[0-9A-F]{8}|[0-9A-F]{14}|[0-9A-F]{20}"),
            "evco-id",
                    Pattern.compile(
                            "[A-Za-z]{2}[*-]?[A-Za-z0-9]{3}[*-]?([A-Za-z0-9]{6}|[A-Za-z0-9]{9})([*-]?[0-9Xx])?"));

    private static final Pattern NOTHING = Pattern.compile("");

    private static final Map<String, String> IN_WORDS = Map.of(
            "rfid", "8, 14 or 20 upper-case hexadecimal characters",
            "evco-id", "a contract ID such as DE*8PS*156456*7");

    @Override
    public List<Statement> see(RecordedExchange next) {
        return UserCallSent.in(next).map(UserCallSent::user).filter(IdentifiersHaveTheirForm::isJudged).stream()
                .map(user -> Statement.of("OIOI-CLIENT-9", judge(user), next))
                .toList();
    }

    private static boolean isJudged(JsonNode user) {
        return FORMS.containsKey(user.path("identifier-type").asString(""))
                && user.path("identifier").isString()
                && !RecordedExchange.isPlaceholder(user.path("identifier").stringValue());
    }

    private static Judgement judge(JsonNode user) {
        String type = user.path("identifier-type").stringValue();
        String identifier = user.path("identifier").stringValue();
        return Judgement.holdsIf(
                FORMS.getOrDefault(type, NOTHING).matcher(identifier).matches(),
                () -> Judgement.broken(
                        "the client names a user by " + ("rfid".equals(type) ? "an RFID UID" : "an EVCO ID")
                                + " of another form",
                        IN_WORDS.getOrDefault(type, ""),
                        type + " " + SentBody.shown(user.path("identifier"))));
    }
}
