package io.chargeproof.evcnet;

import io.chargeproof.check.SecretCheck;
import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.check.Verifies;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Decides that no password of a created customer stands in an answer.
 *
 * @param passwords those that customers have got so far
 */
@Verifies("EVC-CREATE-10")
record PasswordStaysSecret(Supplier<Set<String>> passwords) implements SecretCheck {
    @Override
    public SecretsStayAway secrets() {
        return new SecretsStayAway(
                passwords.get().stream().collect(Collectors.toMap(Function.identity(), each -> "the password")));
    }

    @Override
    public String requirement() {
        return "EVC-CREATE-10";
    }
}
