package io.chargeproof.api.oioi;

import java.util.Locale;

/**
 * A contract ID in its notations (DIN SPEC 91286, ISO 15118): country, provider, an instance of six or nine characters, and
 * perhaps a check digit, with separators or without, in either letter case.
 */
final class ContractId {
    private static final int BEFORE_INSTANCE = 5;
    private static final int SHORT_INSTANCE = 6;
    private static final int LONG_INSTANCE = 9;

    private ContractId() {}

    /** Whether two notations mean the same contract; separators, letter case and check digit aside. */
    static boolean isSame(String one, String other) {
        return essence(one).equals(essence(other));
    }

    private static String essence(String id) {
        String plain = id.replaceAll("[*-]", "").toUpperCase(Locale.ROOT);
        boolean hasCheckDigit = plain.length() == BEFORE_INSTANCE + SHORT_INSTANCE + 1
                || plain.length() == BEFORE_INSTANCE + LONG_INSTANCE + 1;
        return hasCheckDigit ? plain.substring(0, plain.length() - 1) : plain;
    }
}
