package io.chargeproof.traffic.client;

import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Recent;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides that a call that got a 5xx isn't sent again before {@code Retry-After} is over, and that the pauses between tries
 * grow: of at least two, that the last is longer than the first. When it fails, look at retries with a fixed delay.
 */
@Verifies("OIOI-CLIENT-10")
final class ClientBacksOff implements TrafficRule {
    private static final int MOST = 10_000;
    private static final int MOST_TRIES = 20;

    private final Recent<HttpRequest, List<RecordedExchange>> failed = new Recent<>(MOST);
    /** Calls of which it was said, since they last succeeded, that the pauses don't grow. */
    private final Recent<HttpRequest, Boolean> said = new Recent<>(MOST);

    @Override
    public List<Statement> see(RecordedExchange next) {
        if (!next.knows(Part.TIME) || !next.knows(Part.REQUEST_BODY)) {
            return List.of();
        }
        HttpRequest call = next.request().withHeaders(Headers.NONE);
        List<RecordedExchange> tries = failed.find(call).orElse(List.of());
        boolean again = !tries.isEmpty() && !next.started().isBefore(last(tries).ended());
        if (!again) {
            said.forget(call);
        }
        boolean isNew = said.find(call).isEmpty();
        remember(call, again ? tries : List.of(), next);
        return again
                ? judge(tries, next).filter(each -> isOnce(each, call, isNew)).stream()
                        .toList()
                : List.of();
    }

    /** Pauses that don't grow are one fault, however often the call is sent again. */
    private boolean isOnce(Statement statement, HttpRequest call, boolean isNew) {
        boolean ofAll = statement.shownBy().size() > 2;
        if (ofAll && statement.isBroken()) {
            said.put(call, true);
        }
        return !ofAll || isNew;
    }

    private void remember(HttpRequest call, List<RecordedExchange> tries, RecordedExchange next) {
        if (next.exchange().status().orElse(0) >= 500 && tries.size() < MOST_TRIES) {
            List<RecordedExchange> more = new ArrayList<>(tries);
            more.add(next);
            failed.put(call, List.copyOf(more));
        } else {
            failed.forget(call);
        }
    }

    private static Optional<Statement> judge(List<RecordedExchange> tries, RecordedExchange next) {
        RecordedExchange last = last(tries);
        long pause = last.pauseUntil(next).toMillis();
        Optional<Instant> until = RetryAfter.of(last);
        if (until.filter(moment -> next.started().plus(RetryAfter.TOLERANCE).isBefore(moment))
                .isPresent()) {
            long asked = Duration.between(last.ended(), until.get()).toMillis();
            return Optional.of(Statement.of(
                    "OIOI-CLIENT-10",
                    Judgement.broken(
                            "the client sends a call again " + pause + " ms after an HTTP "
                                    + last.exchange().status().orElse(0),
                            "nothing before its Retry-After is over, after " + asked + " ms",
                            "the same call after " + pause + " ms"),
                    last,
                    next));
        }
        if (tries.size() < 2) {
            return until.map(moment -> Statement.of("OIOI-CLIENT-10", Judgement.HOLDS, last, next));
        }
        List<RecordedExchange> all = new ArrayList<>(tries);
        all.add(next);
        return Optional.of(growth(all));
    }

    private static Statement growth(List<RecordedExchange> all) {
        List<Long> pauses = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            pauses.add(all.get(i - 1).pauseUntil(all.get(i)).toMillis());
        }
        long first = pauses.get(0);
        long last = pauses.get(pauses.size() - 1);
        return Statement.of(
                "OIOI-CLIENT-10",
                Judgement.holdsIf(
                        last > first + first / 10,
                        "the client sends a call again after pauses that don't grow",
                        "pauses that grow from try to try",
                        "pauses in milliseconds: " + pauses),
                all.toArray(RecordedExchange[]::new));
    }

    private static RecordedExchange last(List<RecordedExchange> tries) {
        return tries.get(tries.size() - 1);
    }
}
