package io.chargeproof.custody;

/** What a run changes can't be taken into custody; one sentence that says what, where and the cure. */
public final class CustodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A fault without a deeper cause. */
    CustodyException(String message) {
        super(message);
    }

    /** A fault with its cause. */
    CustodyException(String message, Throwable cause) {
        super(message, cause);
    }
}
