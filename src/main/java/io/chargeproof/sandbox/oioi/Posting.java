package io.chargeproof.sandbox.oioi;

import tools.jackson.databind.node.ObjectNode;

/** The step that sets a user's details. */
@FunctionalInterface
public interface Posting {
    /** Sets details that were found right. */
    CallResult post(User user, ObjectNode details);
}
