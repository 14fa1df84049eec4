package io.chargeproof.report;

import io.chargeproof.check.Repeat;
import org.jspecify.annotations.Nullable;

/** How often a fault came back, as a sentence. */
public final class RepeatText {
    private RepeatText() {}

    /** Such as {@code failed 2 of 2 times}; empty where it wasn't tried again. */
    public static String of(@Nullable Repeat repeat) {
        if (repeat == null) {
            return "";
        }
        String times = "failed " + repeat.failed() + " of " + repeat.sent() + (repeat.sent() == 1 ? " time" : " times");
        return repeat.intermittent() ? times + ", so it is intermittent" : times;
    }
}
