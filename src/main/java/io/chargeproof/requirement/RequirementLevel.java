package io.chargeproof.requirement;

/** How strongly a document asks for something, and so what it means when a target does otherwise. */
public enum RequirementLevel {
    /** The document states it: breaking it is a violation. */
    MUST,
    /** Implied by an example or by plain sense: breaking it is a warning. */
    SHOULD,
    /** Left open by the document: what a target does is recorded and never judged. */
    OBSERVE
}
