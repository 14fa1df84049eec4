package io.chargeproof.exchange.policy;

import io.chargeproof.exchange.Exchange;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** How long a target asks to be left alone (RFC 9110, section 10.2.3): in seconds, or until a date. */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

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
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
            Duration until = Duration.between(clock.instant(), date);
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
