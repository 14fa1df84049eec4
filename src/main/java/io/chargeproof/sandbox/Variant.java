package io.chargeproof.sandbox;

import io.chargeproof.requirement.RequirementId;

/**
 * A named way in which the sandbox can be told to differ and still conform.
 *
 * @param id the name, such as {@code evc-403-without-body}
 * @param requirement the requirement whose text leaves it free
 * @param sentence what the sandbox then does, and why it may
 * @param feltByClients whether an ordinary client may break on it, so that one is tried on it unless told otherwise
 * @param leavesOpen whether requirements can't be decided at it, so that nothing is proven by it
 */
public record Variant(
        String id, RequirementId requirement, String sentence, boolean feltByClients, boolean leavesOpen) {
    /** A variant that no ordinary client notices. */
    public Variant(String id, RequirementId requirement, String sentence) {
        this(id, requirement, sentence, false, false);
    }
}
