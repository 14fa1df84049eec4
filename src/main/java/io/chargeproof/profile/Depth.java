package io.chargeproof.profile;

import java.util.Locale;

/** How much a run sends. */
public enum Depth {
    /** The happy paths, under 20 requests. */
    SMOKE,
    /** Every requirement; of the harmless hostile values a seeded sample. */
    STANDARD,
    /** Every hostile value of every member, and the scenarios that only observe. */
    FULL;

    /** The name in profiles, options and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
