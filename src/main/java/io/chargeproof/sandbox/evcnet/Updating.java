package io.chargeproof.sandbox.evcnet;

import tools.jackson.databind.node.ObjectNode;

/** The step that updates a customer and attaches cards. */
@FunctionalInterface
public interface Updating {
    /**
     * Updates a customer by members that were found right.
     *
     * @param id what stands in the path where the customer's id belongs
     */
    RequestResult update(String id, ObjectNode members);
}
