package io.chargeproof.traffic.recording;

/** A file that holds no recording; the message is one sentence that says which file, why, and the cure. */
public final class UnreadableRecording extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRecording(String message) {
        super(message);
    }
}
