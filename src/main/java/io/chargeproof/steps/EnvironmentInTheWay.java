package io.chargeproof.steps;

/** Ends a scenario that got no answer it could judge; what stood in the way is on record already. */
public final class EnvironmentInTheWay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EnvironmentInTheWay(String message) {
        super(message);
    }
}
