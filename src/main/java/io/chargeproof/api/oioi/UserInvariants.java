package io.chargeproof.api.oioi;

import io.chargeproof.check.Invariant;
import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.profile.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The checks that look at every exchange of OIOI's user calls. */
public final class UserInvariants {
    private UserInvariants() {}

    /** Those for a target. */
    public static List<Invariant> standing(OioiTarget target) {
        Map<String, String> passwords = passwords(target);
        List<Invariant> standing = new ArrayList<>(standing(secrets(target)));
        if (!passwords.isEmpty()) {
            standing.add(new PasswordsStaySecret(new SecretsStayAway(passwords)));
        }
        return List.copyOf(standing);
    }

    /** Those for exchanges whose secrets were taken out. */
    public static List<Invariant> standing() {
        List<Invariant> standing = new ArrayList<>(standing(Map.of()));
        standing.add(new PasswordsStaySecret(new SecretsStayAway(Map.of())));
        return List.copyOf(standing);
    }

    private static List<Invariant> standing(Map<String, String> secrets) {
        return List.of(
                new AnswersAreJson(),
                new StatusFitsTheResult(),
                new ResultIsGiven(),
                new CodeCanBeMeant(),
                new CodeIsListed(),
                new MessageFitsTheCode(),
                new CredentialsStaySecret(new SecretsStayAway(secrets)),
                new FailureBearsNoUser(),
                new UserHasTheDocumentedShape(),
                new ReasonIsText());
    }

    private static Map<String, String> secrets(OioiTarget target) {
        Map<String, String> secrets = new TreeMap<>();
        Secret key = target.apiKey();
        if (key != null) {
            secrets.put(key.value(), "the API key");
        }
        target.users().stream()
                .filter(TestUser::hasToken)
                .forEach(user -> secrets.put(user.token().value(), "a user's token"));
        return secrets;
    }

    /** One that stands in a name by which a user is known gives nothing away where it comes back. */
    private static Map<String, String> passwords(OioiTarget target) {
        Map<String, String> passwords = new TreeMap<>();
        target.users().stream()
                .map(TestUser::password)
                .filter(Objects::nonNull)
                .map(Secret::value)
                .filter(password -> target.publicValues().stream().noneMatch(known -> known.contains(password)))
                .forEach(password -> passwords.put(password, "a user's password"));
        return passwords;
    }
}
