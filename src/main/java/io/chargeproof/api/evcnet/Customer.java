package io.chargeproof.api.evcnet;

import tools.jackson.databind.node.ObjectNode;

/**
 * A customer that can be addressed.
 *
 * @param id what addresses it
 * @param body the body it was created with, or one that stands for it
 */
record Customer(String id, ObjectNode body) {}
