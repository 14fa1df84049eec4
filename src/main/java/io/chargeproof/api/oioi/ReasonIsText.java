package io.chargeproof.api.oioi;

import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Decides that a reason, where there is one, is a string and not empty. When it fails, look at how errors are collected: a
 * list, an object or null is no reason.
 */
@Verifies("OIOI-POST-13")
final class ReasonIsText implements Invariant {
    @Override
    public List<Judged> judge(Exchange exchange) {
        if (!exchange.request().purpose().operation().equals(UserCall.POST_DETAILS.label())) {
            return List.of();
        }
        JsonNode reason = UserAnswer.of(exchange).reason();
        return List.of(Judged.of(
                "OIOI-POST-13",
                Judgement.holdsIf(
                        reason.isMissingNode()
                                || (reason.isString() && !reason.stringValue().isBlank()),
                        "the reason in the answer to "
                                + exchange.request().purpose().inWords() + " isn't text",
                        "a string that isn't empty",
                        "reason is " + reason)));
    }
}
