package io.chargeproof.steps;

/** Ends a scenario whose requirement is broken; what was found is on record already. */
public final class RequirementBroken extends AssertionError {
    private static final long serialVersionUID = 1L;

    RequirementBroken(String message) {
        super(message);
    }
}
