package io.chargeproof.api.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;

/**
 * Decides that a right call succeeds: a read with code 0 and a user, a post with code 0 and no reason. When it fails, see
 * which code came: 14x speaks of the user and the token in the profile, 2xx of the key or the form.
 */
@Verifies({
    "OIOI-HTTP-1",
    "OIOI-GET-1",
    "OIOI-GET-2",
    "OIOI-GET-3",
    "OIOI-POST-1",
    "OIOI-POST-2",
    "OIOI-POST-3",
    "OIOI-POST-4",
    "OIOI-POST-6",
    "OIOI-POST-19",
    "OIOI-POST-27",
    "OIOI-VERIFY-2"
})
public record CallSucceeds() implements Check<Exchange> {
    @Override
    public Judgement judge(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        String what = exchange.request().purpose().inWords();
        boolean read = exchange.request().purpose().operation().equals(UserCall.GET_DETAILS.label());
        if (read) {
            String actual = answer.inWords() + (answer.user().isPresent() ? "" : ", no user object");
            return Judgement.holdsIf(
                            answer.isCodeZero() && answer.user().isPresent(),
                            what + " doesn't succeed",
                            "result code 0 and a user object",
                            actual)
                    .at(wrong(answer));
        }
        return Judgement.holdsIf(
                        answer.isSuccess(), what + " doesn't succeed", "result code 0 and no reason", answer.inWords())
                .at(answer.isCodeZero() ? UserAnswer.REASON : ResultCode.POINTER);
    }

    private static String wrong(UserAnswer answer) {
        return answer.isCodeZero() ? UserAnswer.USER : ResultCode.POINTER;
    }
}
