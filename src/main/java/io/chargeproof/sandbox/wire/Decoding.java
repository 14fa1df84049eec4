package io.chargeproof.sandbox.wire;

/** The step that parses a body. */
@FunctionalInterface
public interface Decoding {
    /** The body as JSON, or why it isn't. */
    Decoded decode(Bytes body);
}
