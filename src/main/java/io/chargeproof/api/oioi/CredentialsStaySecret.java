package io.chargeproof.api.oioi;

import io.chargeproof.check.SecretCheck;
import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.check.Verifies;

/**
 * Decides that neither the API key nor a user's token stands in any answer.
 *
 * @param secrets the key and the tokens
 */
@Verifies("OIOI-KEY-3")
record CredentialsStaySecret(SecretsStayAway secrets) implements SecretCheck {
    @Override
    public String requirement() {
        return "OIOI-KEY-3";
    }
}
