package io.chargeproof.report;

/** A run that was named can't be found or read; the message is one sentence that says which, why and the cure. */
public final class UnreadableRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRun(String message) {
        super(message);
    }
}
