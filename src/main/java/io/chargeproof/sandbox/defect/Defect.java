package io.chargeproof.sandbox.defect;

import io.chargeproof.requirement.RequirementId;

/**
 * A named way in which the sandbox can be told to break one requirement.
 *
 * @param id the name, such as {@code evc-create-answers-201}
 * @param requirement the requirement that it breaks
 * @param sentence what the sandbox then does, and what the document says instead
 */
public record Defect(String id, RequirementId requirement, String sentence) {}
