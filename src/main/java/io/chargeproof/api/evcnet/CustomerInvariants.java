package io.chargeproof.api.evcnet;

import io.chargeproof.check.Invariant;
import io.chargeproof.check.SecretsStayAway;
import java.util.List;
import java.util.Map;

/** The checks that look at every exchange of the Customer API. */
public final class CustomerInvariants {
    private CustomerInvariants() {}

    /**
     * Those for a target.
     *
     * @param password what gives the password of a created customer away
     */
    public static List<Invariant> standing(EvcNetTarget target, String password) {
        return standing(Map.of(target.token().value(), "the token"), Map.of(password, "the password"));
    }

    /** Those for exchanges whose secrets were taken out. */
    public static List<Invariant> standing() {
        return standing(Map.of(), Map.of());
    }

    private static List<Invariant> standing(Map<String, String> token, Map<String, String> password) {
        return List.of(
                new StrangersGetNothing(),
                new NothingWrongIsTaken(),
                new EveryStatusIsDocumented(),
                new AnswersAreJson(),
                new ErrorsSayWhatWasWrong(),
                new ErrorsRevealNoInternals(),
                new TokenStaysSecret(new SecretsStayAway(token)),
                new PasswordStaysSecret(new SecretsStayAway(password)));
    }
}
