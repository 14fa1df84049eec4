package io.chargeproof.api;

import io.chargeproof.api.Diagnosis.State;
import io.chargeproof.exchange.Exchange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Compares this machine's clock with a target's. */
final class ClockSkew {
    private static final long TOLERATED_SECONDS = 60;

    private ClockSkew() {}

    /** How far apart they are, by the answer's {@code Date}; none without an answer. */
    static Optional<Diagnosis> compare(String api, Exchange exchange) {
        return exchange.answer()
                .map(answer -> answer.headers()
                        .first("Date")
                        .flatMap(ClockSkew::read)
                        .map(theirs -> compare(api, exchange, theirs))
                        .orElseGet(() -> new Diagnosis(
                                api + " clock", State.NOTE, "the answer bears no Date that can be read", "")));
    }

    private static Diagnosis compare(String api, Exchange exchange, Instant theirs) {
        Instant ours = exchange.started().plus(exchange.duration());
        long apart = Duration.between(ours, theirs).abs().toSeconds();
        return apart <= TOLERATED_SECONDS
                ? new Diagnosis(api + " clock", State.FINE, "within a minute of this machine's", "")
                : new Diagnosis(
                        api + " clock",
                        State.NOTE,
                        apart + " s " + (theirs.isAfter(ours) ? "ahead of" : "behind") + " this machine's",
                        "set the clock that is wrong; certificates and log files are read by it");
    }

    private static Optional<Instant> read(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
