package io.chargeproof.sandbox;

import io.chargeproof.requirement.RequirementId;
import org.jspecify.annotations.Nullable;

/**
 * A named way in which the sandbox can be told to break one requirement.
 *
 * @param id the name, such as {@code evc-create-answers-201}
 * @param requirement the requirement that it breaks
 * @param sentence what the sandbox then does, and what the document says instead
 * @param shownBy the requirement whose scenarios bring it about, where those of its own don't
 */
public record Defect(
        String id,
        RequirementId requirement,
        String sentence,
        @Nullable RequirementId shownBy) {
    /** A defect that the scenarios of its own requirement bring about. */
    public Defect(String id, RequirementId requirement, String sentence) {
        this(id, requirement, sentence, null);
    }
}
