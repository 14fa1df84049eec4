package io.chargeproof.sandbox.evcnet;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The step that judges the members of a new customer. */
@FunctionalInterface
public interface CreationRules {
    /** What is wrong with them; nothing where all is well. */
    List<Complaint> complaints(ObjectNode members);
}
