package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a target asks to be left alone (RFC 9110, section 10.2.3): in seconds, or until a date. */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("\\d+");
    private static final long FOREVER = Duration.ofDays(365).toSeconds();

    /** The three forms of an HTTP date (RFC 9110, section 5.6.7); a name of a day says nothing new. */
    private static final List<DateTimeFormatter> DATES =
            List.of(form("[EEE, ]d MMM yyyy HH:mm:ss 'GMT'"), twoDigitYear(), form("EEE MMM [ ]d HH:mm:ss yyyy"));

    private RetryAfter() {}

    /** The wait it asks for; none where it doesn't, or not in a form that can be read. */
    static Duration of(Exchange exchange, Clock clock) {
        return exchange.answer()
                .flatMap(answer -> answer.headers().first("Retry-After"))
                .map(value -> read(value.strip(), clock))
                .orElse(Duration.ZERO);
    }

    private static Duration read(String value, Clock clock) {
        if (SECONDS.matcher(value).matches()) {
            return Duration.ofSeconds(value.length() > 8 ? FOREVER : Long.parseLong(value));
        }
        return DATES.stream()
                .flatMap(form -> date(value, form).stream())
                .findFirst()
                .map(date -> Duration.between(clock.instant(), date))
                .filter(wait -> !wait.isNegative())
                .orElse(Duration.ZERO);
    }

    private static Optional<Instant> date(String value, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(value, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    private static DateTimeFormatter twoDigitYear() {
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH);
    }
}
