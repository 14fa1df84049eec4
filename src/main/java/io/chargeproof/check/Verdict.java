package io.chargeproof.check;

import java.util.Locale;

/** What a run says of a target. */
public enum Verdict {
    /** Every MUST in scope was decided and holds. */
    CONFORMING,
    /** A MUST is broken. */
    NON_CONFORMING,
    /** No MUST is known to be broken, and at least one in scope isn't decided. */
    INCOMPLETE;

    /** The name in reports, such as {@code non-conforming}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
