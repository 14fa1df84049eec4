package io.chargeproof.steps;

import tools.jackson.databind.node.ObjectNode;

/**
 * A create that was sent.
 *
 * @param sent the request
 * @param body its complete, valid body; what was sent may differ from it where the scenario is about that
 */
record Creation(Sent sent, ObjectNode body) {
    boolean isAccepted() {
        return sent.exchange().status().filter(status -> status == 200).isPresent();
    }

    String objectId() {
        return body.path("object_id").asString("");
    }
}
