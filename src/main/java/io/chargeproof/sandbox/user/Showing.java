package io.chargeproof.sandbox.user;

import tools.jackson.databind.node.ObjectNode;

/** The step that shows a user. */
@FunctionalInterface
public interface Showing {
    /**
     * The members of {@code user} in an answer.
     *
     * @param reference how the user was identified
     */
    ObjectNode show(User user, UserReference reference);
}
