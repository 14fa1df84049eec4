package io.chargeproof.profile;

import java.util.Locale;

/** What kind of environment a target is; it decides defaults and what the guard lets through. */
public enum TargetKind {
    SANDBOX,
    ACCEPTANCE,
    PRODUCTION;

    /** The name in profiles and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
