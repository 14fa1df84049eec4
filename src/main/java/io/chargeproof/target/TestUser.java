package io.chargeproof.target;

import org.jspecify.annotations.Nullable;

/**
 * An account made for tests; its details are changed and put back.
 *
 * @param username the user's name
 * @param token what authenticates the user
 * @param evcoId the user's contract ID, if known
 * @param rfid the UID of the user's card, if known
 */
public record TestUser(
        String username,
        Secret token,
        @Nullable String evcoId,
        @Nullable String rfid) {}
