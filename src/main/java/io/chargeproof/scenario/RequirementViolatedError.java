package io.chargeproof.scenario;

/** Ends a scenario whose requirement is broken; what was found is on record already. */
public final class RequirementViolatedError extends AssertionError {
    private static final long serialVersionUID = 1L;

    RequirementViolatedError(String message) {
        super(message);
    }
}
