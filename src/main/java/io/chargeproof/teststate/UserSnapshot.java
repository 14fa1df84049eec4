package io.chargeproof.teststate;

import tools.jackson.databind.node.ObjectNode;

/**
 * A user's details before a run changed anything.
 *
 * @param api the label of the API that it is a user of
 * @param username who it is
 * @param details the details as they were read
 */
public record UserSnapshot(String api, String username, ObjectNode details) {}
