package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time on the command line. */
final class TimeOption {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})(s|m|h)");

    private TimeOption() {}

    /** Reads what was given to an option. */
    static Duration read(String option, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new UsageException(option + " takes a time such as 90s, 10m or 2h, not '" + text + "'");
        }
        long amount = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
