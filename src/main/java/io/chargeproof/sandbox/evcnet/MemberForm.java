package io.chargeproof.sandbox.evcnet;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The form that the value of a member must have. */
@FunctionalInterface
interface MemberForm {
    /** What is wrong with a value; nothing where it is right. */
    Optional<String> problem(JsonNode value);
}
