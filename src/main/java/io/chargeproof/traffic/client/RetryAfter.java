package io.chargeproof.traffic.client;

import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Until when an answer's {@code Retry-After} asks a client to wait (RFC 9110, section 10.2.3). */
final class RetryAfter {
    /** Clocks and timers are that exact. */
    static final Duration TOLERANCE = Duration.ofMillis(100);

    private static final int LONGEST = 8;

    private RetryAfter() {}

    /** The moment, where the answer names one and the recording says when the answer came. */
    static Optional<Instant> of(RecordedExchange recorded) {
        return recorded.exchange()
                .answer()
                .filter(answer -> recorded.knows(Part.TIME))
                .flatMap(answer -> answer.headers().first("Retry-After"))
                .flatMap(value -> moment(value.strip(), recorded.ended()));
    }

    private static Optional<Instant> moment(String value, Instant answered) {
        if (value.matches("\\d+") && value.length() <= LONGEST) {
            return Optional.of(answered.plusSeconds(Long.parseLong(value)));
        }
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
