package io.chargeproof.api.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import tools.jackson.databind.JsonNode;

/**
 * Decides that a log-in by what isn't a user's password gives no token, whatever its code. When it fails, look at whether the
 * answer is filled in before the password is compared.
 */
@Verifies({"OIOI-VERIFY-3", "OIOI-VERIFY-4"})
public record NoTokenIsGiven() implements Check<Exchange> {
    @Override
    public Judgement judge(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        JsonNode token = answer.body().path("user").path("token");
        return Judgement.holdsIf(
                token.isMissingNode() || token.isNull() || token.asString("x").isEmpty(),
                exchange.request().purpose().inWords() + " gives a token",
                "no user with a token",
                answer.inWords() + ", a token");
    }
}
