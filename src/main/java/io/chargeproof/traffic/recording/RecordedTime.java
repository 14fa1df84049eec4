package io.chargeproof.traffic.recording;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Times as recordings write them; null where they can't be told. */
final class RecordedTime {
    private static final int NANOS_OF_A_MILLISECOND = 1_000_000;
    private static final double A_DAY = 86_400_000;

    private RecordedTime() {}

    /** A moment in ISO 8601 with its distance from UTC. */
    static @Nullable Instant moment(JsonNode text) {
        try {
            return OffsetDateTime.parse(text.asString("")).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** A number of milliseconds; a negative one is how tools say that they don't know. */
    static @Nullable Duration milliseconds(JsonNode number) {
        double millis = number.asDouble(-1);
        return millis >= 0 && millis < A_DAY ? Duration.ofNanos(Math.round(millis * NANOS_OF_A_MILLISECOND)) : null;
    }
}
