package io.chargeproof.evcnet;

import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.check.StandingCheck;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.List;

/**
 * Decides that the password of created customers stands in no answer.
 *
 * @param secrets the password
 */
@Verifies("EVC-CREATE-10")
record PasswordStaysSecret(SecretsStayAway secrets) implements StandingCheck {
    @Override
    public List<Judged> judge(Exchange exchange) {
        String where = "the answer to " + exchange.request().purpose().inWords();
        return exchange.answer().stream()
                .map(answer -> Judged.of("EVC-CREATE-10", secrets.judge(answer, where)))
                .toList();
    }

    @Override
    public boolean isForAnyAnswer() {
        return true;
    }
}
