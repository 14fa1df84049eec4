package io.chargeproof.sandbox.oioi;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A contract ID, however it was written.
 *
 * @param holder country, provider and instance in upper case, without separators
 * @param checkDigit the check digit, or empty
 */
record ContractId(String holder, String checkDigit) {
    private static final Pattern FORM =
            Pattern.compile("([A-Z]{2})([*-]?)([A-Z0-9]{3})\\2([A-Z0-9]{6}|[A-Z0-9]{9})(?:\\2([0-9X]))?");

    static Optional<ContractId> read(String text) {
        Matcher matcher = FORM.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String holder = matcher.group(1) + matcher.group(3) + matcher.group(4);
        return Optional.of(new ContractId(holder, matcher.group(5) == null ? "" : matcher.group(5)));
    }

    /** Whether both mean the same contract: a check digit decides only where both have one. */
    boolean means(ContractId other) {
        boolean comparable = !checkDigit.isEmpty() && !other.checkDigit.isEmpty();
        return holder.equals(other.holder) && (!comparable || checkDigit.equals(other.checkDigit));
    }
}
