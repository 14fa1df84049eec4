package io.chargeproof.teststate;

import tools.jackson.databind.node.ObjectNode;

/**
 * A user's details before a run changed anything.
 *
 * @param username who it is
 * @param details the details as they were read
 */
public record UserSnapshot(String username, ObjectNode details) {}
