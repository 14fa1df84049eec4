package io.chargeproof.traffic.client;

import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Origin;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides that after a 429 a client sends nothing to the same host before {@code Retry-After} is over. */
@Verifies("EVC-CLIENT-10")
final class RateLimitIsHeeded implements TrafficRule {
    private static final int TOO_MANY_REQUESTS = 429;

    private final Map<Origin, Pause> pauses = new HashMap<>();

    /** How long a host asks for patience, and by which answer. */
    private record Pause(RecordedExchange answer, Instant until) {}

    @Override
    public List<Statement> see(RecordedExchange next) {
        if (!next.knows(Part.TIME) || next.request().uri().getRawUserInfo() != null) {
            return List.of();
        }
        Origin host = Origin.of(next.request().uri());
        Pause pause = pauses.get(host);
        boolean limited = next.exchange()
                .status()
                .filter(status -> status == TOO_MANY_REQUESTS)
                .isPresent();
        // What was under way when the answer came couldn't know of it.
        boolean applies =
                pause != null && !next.started().isBefore(pause.answer().ended());
        if (applies) {
            pauses.remove(host);
        }
        if (limited) {
            RetryAfter.of(next).ifPresent(until -> pauses.put(host, new Pause(next, until)));
        }
        return applies && pause != null ? List.of(judge(pause, next)) : List.of();
    }

    private static Statement judge(Pause pause, RecordedExchange next) {
        Duration waited = pause.answer().pauseUntil(next);
        return Statement.of(
                "EVC-CLIENT-10",
                Judgement.holdsIf(
                        !next.started().plus(RetryAfter.TOLERANCE).isBefore(pause.until()),
                        "the client sends again " + waited.toMillis() + " ms after an HTTP 429",
                        "nothing before its Retry-After is over, after "
                                + Duration.between(pause.answer().ended(), pause.until())
                                        .toMillis() + " ms",
                        "a request after " + waited.toMillis() + " ms"),
                pause.answer(),
                next);
    }
}
