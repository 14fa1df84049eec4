package io.chargeproof.sandbox.oioi;

import tools.jackson.databind.node.ObjectNode;

/** What came of a request. */
public sealed interface CallResult {
    /**
     * Details are shown.
     *
     * @param user the user's members
     */
    record Shown(ObjectNode user) implements CallResult {}

    /**
     * A user logged in.
     *
     * @param token what authenticates the user from now on
     */
    record LoggedIn(String token) implements CallResult {}

    /** Details were set. */
    record Posted() implements CallResult {}

    /**
     * Details were refused, and nothing changed.
     *
     * @param reason why
     */
    record Objected(String reason) implements CallResult {}

    /**
     * The call failed, and nothing changed.
     *
     * @param code the result
     * @param status the HTTP status
     */
    record Failed(ResultCode code, int status) implements CallResult {}

    /** A failure with the status that goes with its code. */
    static Failed failed(ResultCode code) {
        return new Failed(code, code.status());
    }
}
