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

    /**
     * The user's token is to be given.
     *
     * @param username the user's name
     * @param password the password that was sent, or the token in its place
     * @param isToken whether it is a token
     */
    record LogIn(String username, String password, boolean isToken) implements Call {
        @Override
        public UserReference user() {
            return new UserReference(IdentifierType.USERNAME, username, null);
        }
    }
}
