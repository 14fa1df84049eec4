package io.chargeproof.evcnet;

import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.check.StandingCheck;
import io.chargeproof.target.EvcNetTarget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The checks that look at every exchange of the Customer API. */
public final class CustomerChecks {
    private CustomerChecks() {}

    /**
     * Those for a target.
     *
     * @param passwords the passwords that customers have got so far
     */
    public static List<StandingCheck> standing(EvcNetTarget target, Supplier<Set<String>> passwords) {
        return standing(Map.of(target.token().value(), "the token"), passwords);
    }

    /** Those for exchanges whose secrets were taken out. */
    public static List<StandingCheck> standing() {
        return standing(Map.of(), Set::of);
    }

    private static List<StandingCheck> standing(Map<String, String> token, Supplier<Set<String>> passwords) {
        return List.of(
                new StrangersGetNothing(),
                new NothingWrongIsTaken(),
                new EveryStatusIsDocumented(),
                new AnswersAreJson(),
                new ErrorsSayWhatWasWrong(),
                new ErrorsRevealNoInternals(),
                new TokenStaysSecret(new SecretsStayAway(token)),
                new PasswordStaysSecret(passwords));
    }
}
