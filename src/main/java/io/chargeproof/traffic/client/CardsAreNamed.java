package io.chargeproof.traffic.client;

import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Decides that a list of cards is one, and that each of its entries names a card. */
@Verifies("EVC-CLIENT-7")
final class CardsAreNamed implements TrafficRule {
    @Override
    public List<Statement> see(RecordedExchange next) {
        return next.sentJson().filter(body -> body.has("card_list")).stream()
                .map(body -> Statement.of("EVC-CLIENT-7", judge(body.path("card_list")), next))
                .toList();
    }

    private static Judgement judge(JsonNode cards) {
        boolean fits = cards.isArray() && cards.valueStream().allMatch(CardsAreNamed::isNamed);
        return Judgement.holdsIf(
                fits,
                "the client sends a card_list that doesn't name cards",
                "a list of objects, each with a card_external_id that is a string and not empty",
                "card_list is " + SentBody.shown(cards));
    }

    private static boolean isNamed(JsonNode card) {
        JsonNode id = card.path("card_external_id");
        return card.isObject() && id.isString() && !id.stringValue().isBlank();
    }
}
