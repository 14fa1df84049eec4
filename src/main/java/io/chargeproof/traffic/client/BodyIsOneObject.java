package io.chargeproof.traffic.client;

import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.util.List;

/** Decides that what is sent to the Customer API by POST or PUT is one JSON object in UTF-8. */
@Verifies("EVC-CLIENT-5")
final class BodyIsOneObject implements TrafficRule {
    @Override
    public List<Statement> see(RecordedExchange next) {
        if (!next.knows(Part.REQUEST_BODY)
                || next.request().purpose().operation().equals("other")) {
            return List.of();
        }
        return List.of(Statement.of(
                "EVC-CLIENT-5",
                Judgement.holdsIf(
                        next.sentJson().filter(json -> json.isObject()).isPresent(),
                        () -> Judgement.broken(
                                "the client sends a body that isn't one JSON object",
                                "one JSON object in UTF-8",
                                SentBody.inWords(next))),
                next));
    }
}
