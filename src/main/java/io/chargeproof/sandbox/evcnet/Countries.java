package io.chargeproof.sandbox.evcnet;

import java.util.Locale;
import java.util.Set;

/** The countries of ISO 3166-1. */
final class Countries {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    /** Whether the text is an assigned two-letter code, in upper case. */
    static boolean isOne(String text) {
        return CODES.contains(text);
    }
}
