package io.chargeproof.api.oioi;

import io.chargeproof.check.SecretCheck;
import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.check.Verifies;

/**
 * Decides that no user's password stands in any answer.
 *
 * @param secrets the passwords
 */
@Verifies("OIOI-VERIFY-5")
record PasswordsStaySecret(SecretsStayAway secrets) implements SecretCheck {
    @Override
    public String requirement() {
        return "OIOI-VERIFY-5";
    }
}
