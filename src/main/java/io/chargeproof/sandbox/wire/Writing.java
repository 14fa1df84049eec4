package io.chargeproof.sandbox.wire;

/** The step that turns a JSON answer into bytes. */
@FunctionalInterface
public interface Writing {
    /** The answer as it goes out. */
    Answer write(Draft draft);
}
