package io.chargeproof.evcnet;

import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.check.StandingCheck;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.List;

/**
 * Decides that the valid token stands in no answer.
 *
 * @param secrets the token
 */
@Verifies("EVC-AUTH-6")
record TokenStaysSecret(SecretsStayAway secrets) implements StandingCheck {
    @Override
    public List<Judged> judge(Exchange exchange) {
        String where = "the answer to " + exchange.request().purpose().inWords();
        return exchange.answer().stream()
                .map(answer -> Judged.of("EVC-AUTH-6", secrets.judge(answer, where)))
                .toList();
    }

    @Override
    public boolean isForAnyAnswer() {
        return true;
    }
}
