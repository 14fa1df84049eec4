package io.chargeproof.api.oioi;

import java.util.Locale;

/** The test users that scenarios speak of. */
public enum Role {
    PRIMARY,
    SECONDARY,
    SPARSE;

    /** The name in profiles and features. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
