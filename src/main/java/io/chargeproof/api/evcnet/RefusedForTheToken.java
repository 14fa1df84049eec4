package io.chargeproof.api.evcnet;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.Set;

/**
 * Decides that a request without a valid token is answered with HTTP 403. When it fails with 200, the token isn't compared
 * whole and exactly; with 401, the framework's authentication answers in the application's place; with 400, the body is
 * judged before the token.
 */
@Verifies({"EVC-AUTH-3", "EVC-AUTH-5", "EVC-AUTH-7"})
public record RefusedForTheToken() implements Check<Exchange> {
    @Override
    public Judgement judge(Exchange exchange) {
        return Judgement.holdsIf(
                        exchange.status()
                                .filter(status -> status == Statuses.INCORRECT_KEY)
                                .isPresent(),
                        exchange.request().purpose().inWords() + " isn't refused for its token",
                        "HTTP 403",
                        exchange.outcomeInWords())
                .rightWith(Set.of(Statuses.INCORRECT_KEY));
    }
}
