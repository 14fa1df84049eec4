package io.chargeproof.sandbox.oioi;

import tools.jackson.databind.node.ObjectNode;

/** What a request asks for. */
public sealed interface Call {
    /** The user it is about. */
    UserReference user();

    /**
     * The user's details are to be shown.
     *
     * @param user the user
     */
    record GetDetails(UserReference user) implements Call {}

    /**
     * The user's details are to be set.
     *
     * @param user the user
     * @param details the details that were sent
     */
    record PostDetails(UserReference user, ObjectNode details) implements Call {}
}
