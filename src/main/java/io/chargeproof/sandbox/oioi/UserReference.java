package io.chargeproof.sandbox.oioi;

import org.jspecify.annotations.Nullable;

/**
 * How a call names a user.
 *
 * @param type the kind of identifier
 * @param identifier the identifier
 * @param token what authenticates the user, if it was sent and isn't null
 */
public record UserReference(
        IdentifierType type, String identifier, @Nullable String token) {
    /** The same with another token, or none. */
    public UserReference withToken(@Nullable String other) {
        return new UserReference(type, identifier, other);
    }
}
