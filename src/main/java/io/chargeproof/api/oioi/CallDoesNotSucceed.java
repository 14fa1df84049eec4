package io.chargeproof.api.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;

/**
 * Decides that a call that must not be carried out isn't: no code 0 (a post with code 0 and a reason counts as refused,
 * except for a bad key), no user, and where the requirement speaks of it no server error. When it fails, look at default
 * values and at lenient conversion of types.
 *
 * @param reasonRefuses whether code 0 with a reason is a refusal
 * @param serverErrors whether the requirement leaves server errors to the rule on statuses
 */
@Verifies({
    "OIOI-AUTH-1",
    "OIOI-AUTH-2",
    "OIOI-AUTH-4",
    "OIOI-KEY-1",
    "OIOI-REQ-1",
    "OIOI-REQ-3",
    "OIOI-REQ-4",
    "OIOI-REQ-5",
    "OIOI-REQ-6"
})
public record CallDoesNotSucceed(boolean reasonRefuses, boolean serverErrors) implements Check<Exchange> {
    @Override
    public Judgement judge(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        boolean carriedOut = reasonRefuses ? answer.isSuccess() : answer.isCodeZero();
        return Judgement.holdsIf(
                        !carriedOut && !answer.hasUser() && (serverErrors || answer.status() < 500),
                        exchange.request().purpose().inWords() + " isn't refused as it should be",
                        serverErrors
                                ? "a result code other than 0, and no user"
                                : "a result code other than 0, no user, and no server error",
                        answer.inWords() + (answer.hasUser() ? ", a user" : ""))
                .at(carriedOut ? ResultCode.POINTER : answer.hasUser() ? UserAnswer.USER : "");
    }
}
