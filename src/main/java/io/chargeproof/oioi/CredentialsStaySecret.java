package io.chargeproof.oioi;

import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.check.StandingCheck;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.List;

/**
 * Decides that neither the API key nor a user's token stands in any answer.
 *
 * @param secrets the key and the tokens
 */
@Verifies("OIOI-KEY-3")
record CredentialsStaySecret(SecretsStayAway secrets) implements StandingCheck {
    @Override
    public List<Judged> judge(Exchange exchange) {
        String where = "the answer to " + exchange.request().purpose().inWords();
        return exchange.answer().stream()
                .map(answer -> Judged.of("OIOI-KEY-3", secrets.judge(answer, where)))
                .toList();
    }

    @Override
    public boolean isForAnyAnswer() {
        return true;
    }
}
