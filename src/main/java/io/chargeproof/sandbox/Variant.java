package io.chargeproof.sandbox;

import io.chargeproof.requirement.RequirementId;

/**
 * A named way in which the sandbox can be told to differ and still conform.
 *
 * @param id the name, such as {@code evc-403-without-body}
 * @param requirement the requirement whose text leaves it free
 * @param sentence what the sandbox then does, and why it may
 */
public record Variant(String id, RequirementId requirement, String sentence) {}
