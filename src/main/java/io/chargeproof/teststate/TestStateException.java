package io.chargeproof.teststate;

/** What a run changes can't be taken into custody; one sentence that says what, where and the cure. */
public final class TestStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A fault without a deeper cause. */
    TestStateException(String message) {
        super(message);
    }

    /** A fault with its cause. */
    TestStateException(String message, Throwable cause) {
        super(message, cause);
    }
}
