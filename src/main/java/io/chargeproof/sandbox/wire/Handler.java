package io.chargeproof.sandbox.wire;

/** Whatever answers requests. */
@FunctionalInterface
public interface Handler {
    /** Answers a request; called from many threads. */
    Answer answer(Request request);
}
