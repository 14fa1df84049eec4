package io.chargeproof.scenario;

/** Ends a scenario that can't be carried out for want of test data; the message is the reason. */
public final class MissingTestDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Ends a scenario for this reason. */
    public MissingTestDataException(String message) {
        super(message);
    }
}
