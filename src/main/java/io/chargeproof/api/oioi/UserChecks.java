package io.chargeproof.api.oioi;

import io.chargeproof.check.Invariant;
import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.profile.Secret;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checks that look at every exchange of OIOI's user calls. */
public final class UserChecks {
    private UserChecks() {}

    /** Those for a target. */
    public static List<Invariant> standing(OioiTarget target) {
        return standing(secrets(target));
    }

    /** Those for exchanges whose secrets were taken out. */
    public static List<Invariant> standing() {
        return standing(Map.of());
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
        Stream.of(target.primary(), target.secondary(), target.sparse()).forEach(user -> addToken(secrets, user));
        return secrets;
    }

    private static void addToken(Map<String, String> secrets, @Nullable TestUser user) {
        if (user != null) {
            secrets.put(user.token().value(), "a user's token");
        }
    }
}
