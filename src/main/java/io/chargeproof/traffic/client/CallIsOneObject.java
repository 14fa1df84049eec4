package io.chargeproof.traffic.client;

import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Decides that a call is a POST whose body is one JSON object in UTF-8 with one member, the call's name. */
@Verifies("OIOI-CLIENT-1")
final class CallIsOneObject implements TrafficRule {
    @Override
    public List<Statement> see(RecordedExchange next) {
        boolean posted = next.request().method() == HttpMethod.POST;
        if (posted && !next.knows(Part.REQUEST_BODY)) {
            return List.of();
        }
        boolean one = next.sentJson()
                .filter(JsonNode::isObject)
                .filter(json -> json.size() == 1)
                .filter(json -> json.propertyNames().stream().noneMatch(next.repeatedNames()::contains))
                .isPresent();
        return List.of(Statement.of(
                "OIOI-CLIENT-1",
                Judgement.holdsIf(
                        one && posted,
                        () -> Judgement.broken(
                                "the client sends a call in another form",
                                "POST of one JSON object in UTF-8 with one member, the call's name",
                                next.request().method() + " of " + SentBody.inWords(next))),
                next));
    }
}
