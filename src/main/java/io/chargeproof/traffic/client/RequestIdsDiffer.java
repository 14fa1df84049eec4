package io.chargeproof.traffic.client;

import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Recent;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.util.List;
import java.util.Objects;

/** Decides that no two requests share an {@code X-Request-ID}, unless it is the same request sent again. */
@Verifies("EVC-CLIENT-4")
final class RequestIdsDiffer implements TrafficRule {
    private static final int MOST = 100_000;

    private final Recent<String, Seen> seen = new Recent<>(MOST);

    /** A request that bore an ID: what it was, and where it stands. */
    private record Seen(int content, String place) {}

    @Override
    public List<Statement> see(RecordedExchange next) {
        return next.header("X-Request-ID").filter(id -> !RecordedExchange.isPlaceholder(id)).stream()
                .map(id -> Statement.of("EVC-CLIENT-4", judge(id, next), next))
                .toList();
    }

    private Judgement judge(String id, RecordedExchange next) {
        int content = next.knows(Part.REQUEST_BODY)
                ? Objects.hash(
                        next.request().method(),
                        next.request().uri(),
                        next.request().body())
                : 0;
        Seen now = new Seen(content, next.place());
        return seen.put(id, now)
                .filter(before -> before.content() != content)
                .map(before -> Judgement.broken(
                        "the client sends an X-Request-ID that another request had, at " + before.place(),
                        "an X-Request-ID of its own",
                        "X-Request-ID: " + id))
                .orElse(Judgement.HOLDS);
    }
}
