package io.chargeproof.requirement;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a document asks of a target.
 *
 * @param id the stable name
 * @param level how strongly the document asks for it
 * @param statement the requirement in one sentence
 * @param source the document and the place in it
 * @param decision how an unclear text was decided, if it had to be
 * @param lookAt what an implementer should look at when it is broken
 * @param undecidable why no black box can decide it, if none can; such a requirement is out of scope
 */
public record Requirement(
        RequirementId id,
        RequirementLevel level,
        String statement,
        String source,
        @Nullable String decision,
        String lookAt,
        @Nullable String undecidable) {}
