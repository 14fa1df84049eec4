package io.chargeproof.api.oioi;

import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.List;

/**
 * Decides that an answer with another code than 0, or with an error in place of one, bears no user. When it fails, look at whether the user is looked up and
 * rendered before the caller is known to be that user.
 */
@Verifies("OIOI-AUTH-5")
final class FailureBearsNoUser implements Invariant {
    @Override
    public List<Judged> judge(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        if (!answer.saysThatItFailed()) {
            return List.of();
        }
        return List.of(Judged.of(
                "OIOI-AUTH-5",
                Judgement.holdsIf(
                                !answer.hasUser(),
                                exchange.request().purpose().inWords() + " failed, and its answer bears a user",
                                "no member user",
                                "a member user with " + answer.inWords())
                        .at(UserAnswer.USER)));
    }
}
