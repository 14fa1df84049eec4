package io.chargeproof.sandbox.evcnet;

import tools.jackson.databind.node.ObjectNode;

/** The step that creates a customer. */
@FunctionalInterface
public interface Registration {
    /** Creates a customer of members that were found right. */
    RequestResult register(ObjectNode members);
}
