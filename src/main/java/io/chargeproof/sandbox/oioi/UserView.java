package io.chargeproof.sandbox.oioi;

import tools.jackson.databind.node.ObjectNode;

/** The step that shows a user. */
@FunctionalInterface
public interface UserView {
    /**
     * The members of {@code user} in an answer.
     *
     * @param reference how the user was identified
     */
    ObjectNode show(User user, UserReference reference);
}
