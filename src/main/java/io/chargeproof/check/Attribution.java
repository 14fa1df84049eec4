package io.chargeproof.check;

import java.util.Locale;

/** Whose fault a finding is. */
public enum Attribution {
    /** The implementation under test. */
    TARGET,
    /** Whoever sends the requests. */
    CLIENT,
    /** The network, a proxy, or a target that is down or overloaded. */
    ENVIRONMENT,
    /** The profile: test data missing or spent. */
    CONFIGURATION,
    /** Chargeproof. */
    HARNESS;

    /** The name in reports, such as {@code target}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
