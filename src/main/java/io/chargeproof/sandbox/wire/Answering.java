package io.chargeproof.sandbox.wire;

/** Whatever answers requests. */
@FunctionalInterface
public interface Answering {
    /** Answers a request; called from many threads. */
    Answer answer(Request request);
}
