package io.chargeproof.api.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import tools.jackson.databind.JsonNode;

/**
 * Decides that a VAT number of a wrong format gets a reason in words, whatever the code. When it fails, look at where the
 * reason stands: it is a member of {@code user-post-details}.
 */
@Verifies("OIOI-POST-12")
public record ReasonIsGiven() implements Check<Exchange> {
    @Override
    public Judgement judge(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        JsonNode reason = answer.reason();
        return Judgement.holdsIf(
                reason.isString() && !reason.stringValue().isBlank(),
                exchange.request().purpose().inWords() + " gets no reason",
                "user-post-details.reason, a string that isn't empty",
                answer.inWords() + (answer.hasReason() ? "" : ", no reason"));
    }
}
