package io.chargeproof.sandbox.oioi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for the user's token whatever the identifier, unless that is the token itself. */
final class TokenIdentification implements Identification {
    private final UserRecords records;

    TokenIdentification(UserRecords records) {
        this.records = records;
    }

    @Override
    public Identified identify(UserReference reference) {
        Optional<User> found = records.find(reference.type(), reference.identifier());
        if (found.isEmpty()) {
            return new Identified.Not(
                    reference.type() == IdentifierType.USERNAME
                            ? ResultCode.UNKNOWN_USERNAME
                            : ResultCode.NOT_AUTHENTICATED);
        }
        User user = found.get();
        return isAuthentic(user, reference.type(), reference.token())
                ? user
                : new Identified.Not(ResultCode.WRONG_TOKEN);
    }

    private static boolean isAuthentic(User user, IdentifierType type, @Nullable String token) {
        if (token == null) {
            return type == IdentifierType.TOKEN;
        }
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), user.token().getBytes(StandardCharsets.UTF_8));
    }
}
