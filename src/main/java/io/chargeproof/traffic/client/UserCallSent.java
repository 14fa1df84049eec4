package io.chargeproof.traffic.client;

import io.chargeproof.api.oioi.UserCall;
import io.chargeproof.traffic.recording.RecordedExchange;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A call about a user as it was sent.
 *
 * @param call which call
 * @param content what stands under its name
 */
record UserCallSent(UserCall call, JsonNode content) {
    /** The call of a request, where its body is known and bears one. */
    static Optional<UserCallSent> in(RecordedExchange recorded) {
        return recorded.sentJson()
                .flatMap(json -> UserCall.onDetails().stream()
                        .filter(call -> json.has(call.label()))
                        .map(call -> new UserCallSent(call, json.path(call.label())))
                        .findFirst());
    }

    /** What it says of who the user is. */
    JsonNode user() {
        return content.path("user");
    }

    /** The details that are to be stored. */
    JsonNode details() {
        return content.path("details");
    }
}
