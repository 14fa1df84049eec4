package io.chargeproof.api.evcnet;

import io.chargeproof.check.SecretCheck;
import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.check.Verifies;

/**
 * Decides that the password of created customers stands in no answer.
 *
 * @param secrets the password
 */
@Verifies("EVC-CREATE-10")
record PasswordStaysSecret(SecretsStayAway secrets) implements SecretCheck {
    @Override
    public String requirement() {
        return "EVC-CREATE-10";
    }
}
