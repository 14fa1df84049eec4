package io.chargeproof.sandbox.oioi;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The step that judges details before they are set. */
@FunctionalInterface
public interface DetailsRules {
    /** What the call ends with instead; nothing where all is well. */
    Optional<CallResult> objection(ObjectNode details);
}
