package io.chargeproof.api.evcnet;

import io.chargeproof.scenario.SentRequest;
import tools.jackson.databind.node.ObjectNode;

/**
 * A create that was sent.
 *
 * @param sent the request
 * @param body its complete, valid body; what was sent may differ from it where the scenario is about that
 */
record CreateAttempt(SentRequest sent, ObjectNode body) {
    boolean isAccepted() {
        return sent.exchange()
                .status()
                .filter(status -> status >= 200 && status < 300)
                .isPresent();
    }

    /** Whether it was sent with an object ID and a mail address of its own, so that it has to get an id of its own. */
    boolean isOfItsOwn() {
        String text = sent.request().body().text();
        return text.contains("\"object_id\":\"" + objectId() + "\"")
                && text.contains("\"email\":\"" + body.path("email").asString("") + "\"");
    }

    String objectId() {
        return body.path("object_id").asString("");
    }
}
