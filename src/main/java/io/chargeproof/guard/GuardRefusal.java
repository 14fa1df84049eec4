package io.chargeproof.guard;

/** A target that may not be tested as things stand: why, and which options would allow it. Nothing was sent. */
public final class GuardRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GuardRefusal(String message) {
        super(message);
    }
}
