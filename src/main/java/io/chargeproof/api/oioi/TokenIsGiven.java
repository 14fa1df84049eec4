package io.chargeproof.api.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;

/**
 * Decides that a log-in by the right password succeeds with code 0 and a user whose token is a string that isn't empty. When it
 * fails, see which code came: 14x speaks of the username and the password in the profile.
 */
@Verifies("OIOI-VERIFY-1")
public record TokenIsGiven() implements Check<Exchange> {
    @Override
    public Judgement judge(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        return Judgement.holdsIf(
                answer.isCodeZero() && answer.token().isPresent(),
                exchange.request().purpose().inWords() + " gives no token",
                "result code 0 and a user whose token is a string that isn't empty",
                answer.inWords() + (answer.token().isPresent() ? "" : ", no such token"));
    }
}
