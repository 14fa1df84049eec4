package io.chargeproof.profile;

import io.chargeproof.yaml.YamlPlace;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the part of a profile that is about limits. */
final class LimitsSection {
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,6})(ms|s|m)");
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final NumberRange RATE = new NumberRange(1, 10_000);
    private static final NumberRange RETRIES = new NumberRange(0, 10);
    private static final NumberRange REQUESTS = new NumberRange(1, 1_000_000);
    private static final NumberRange CUSTOMERS = new NumberRange(0, 1_000_000);

    private LimitsSection() {}

    static Limits defaults(TargetKind kind) {
        Duration timeout = Duration.ofSeconds(10);
        return kind == TargetKind.SANDBOX
                ? new Limits(null, timeout, 3, 100_000, 100_000)
                : new Limits(5, timeout, 3, 2_000, 10);
    }

    static Limits read(Section section, TargetKind kind) {
        Limits defaults = defaults(kind);
        return new Limits(
                rate(section, defaults.requestsPerSecond()),
                section.optionalText("timeout")
                        .map(text -> duration(text, section.place("timeout")))
                        .orElse(defaults.timeout()),
                RETRIES.read(section, "retries", defaults.retries()),
                REQUESTS.read(section, "max-requests", defaults.maxRequests()),
                CUSTOMERS.read(section, "max-customers", defaults.maxCustomers()));
    }

    private static @Nullable Integer rate(Section section, @Nullable Integer otherwise) {
        Optional<Integer> given =
                section.find("requests-per-second").map(value -> RATE.read(section, "requests-per-second", 1));
        return given.orElse(otherwise);
    }

    private static Duration duration(String text, YamlPlace place) {
        Matcher form = DURATION.matcher(text);
        if (form.matches()) {
            long amount = Long.parseLong(form.group(1));
            Duration duration = switch (form.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                default -> Duration.ofMinutes(amount);
            };
            if (duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        }
        throw place.fault("must be a duration of at most 10m, such as 500ms, 10s or 1m");
    }
}
