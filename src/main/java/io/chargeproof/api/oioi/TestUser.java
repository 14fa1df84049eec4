package io.chargeproof.api.oioi;

import io.chargeproof.profile.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account made for tests; its details are changed and put back.
 *
 * @param username the user's name
 * @param token what authenticates the user
 * @param evcoId the user's contract ID, if known
 * @param rfid the UID of the user's card, if known
 * @param details what is put back whatever a run finds, each documented member a text, null, or an address; null where a run
 *     puts back what it found
 */
public record TestUser(
        String username,
        Secret token,
        @Nullable String evcoId,
        @Nullable String rfid,
        @Nullable Map<String, @Nullable Object> details) {
    /** A user whose details are put back as a run finds them. */
    public TestUser(String username, Secret token, @Nullable String evcoId, @Nullable String rfid) {
        this(username, token, evcoId, rfid, null);
    }
}
