package io.chargeproof.toy;

import io.chargeproof.check.SecretCheck;
import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.check.Verifies;

/**
 * Decides that the key stands in no answer.
 *
 * @param secrets the key
 */
@Verifies("GATE-KEY-1")
record KeyStaysSecret(SecretsStayAway secrets) implements SecretCheck {
    @Override
    public String requirement() {
        return "GATE-KEY-1";
    }
}
