package io.chargeproof.sandbox.oioi;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The step that makes a call of a JSON value. */
@FunctionalInterface
public interface CallReading {
    /** The call; nothing where the value is none. */
    Optional<Call> read(JsonNode root);
}
