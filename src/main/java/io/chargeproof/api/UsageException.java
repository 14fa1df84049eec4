package io.chargeproof.api;

/** What was asked for can't be done; the message is one sentence that says what, where and the cure. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A fault of usage or configuration. */
    public UsageException(String message) {
        super(message);
    }
}
