package io.chargeproof.api.oioi;

import io.chargeproof.profile.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account made for tests; its details are changed and put back.
 *
 * @param username the user's name
 * @param knownToken what authenticates the user; null where the profile gives the password alone, until that is logged in with
 * @param password what the user logs in with, if known
 * @param evcoId the user's contract ID, if known
 * @param rfid the UID of the user's card, if known
 * @param details what is put back whatever a run finds, each documented member a text, null, or an address; null where a run
 *     puts back what it found
 */
public record TestUser(
        String username,
        @Nullable Secret knownToken,
        @Nullable Secret password,
        @Nullable String evcoId,
        @Nullable String rfid,
        @Nullable Map<String, @Nullable Object> details) {
    /** A user without a known password, whose details are put back as a run finds them. */
    public TestUser(String username, Secret token, @Nullable String evcoId, @Nullable String rfid) {
        this(username, token, null, evcoId, rfid, null);
    }

    /** Whether the token is known. */
    public boolean hasToken() {
        return knownToken != null;
    }

    /**
     * What authenticates the user.
     *
     * @throws IllegalStateException if it isn't known yet
     */
    public Secret token() {
        if (knownToken == null) {
            throw new IllegalStateException("the token of " + username + " isn't known yet");
        }
        return knownToken;
    }

    /** The same with another token. */
    public TestUser withToken(Secret token) {
        return new TestUser(username, token, password, evcoId, rfid, details);
    }
}
