package io.chargeproof.scenario;

/** Ends a scenario that got no answer it could judge; what stood in the way is on record already. */
public final class InconclusiveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InconclusiveException(String message) {
        super(message);
    }
}
