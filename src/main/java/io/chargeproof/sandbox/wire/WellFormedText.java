package io.chargeproof.sandbox.wire;

import java.nio.charset.StandardCharsets;

/** Text that Unicode's encodings can carry: each surrogate has its other half. */
public final class WellFormedText {
    private WellFormedText() {}

    /** Whether the text is well-formed. */
    public static boolean isIt(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
