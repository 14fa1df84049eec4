package io.chargeproof.api.evcnet;

import io.chargeproof.check.SecretCheck;
import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.check.Verifies;

/**
 * Decides that the valid token stands in no answer.
 *
 * @param secrets the token
 */
@Verifies("EVC-AUTH-6")
record TokenStaysSecret(SecretsStayAway secrets) implements SecretCheck {
    @Override
    public String requirement() {
        return "EVC-AUTH-6";
    }
}
