package io.chargeproof.traffic.client;

import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.util.List;

/**
 * Decides that a client uses no method but POST on the customers and PUT on one of them. When it fails, look at reads: the
 * documents offer none.
 */
@Verifies("EVC-CLIENT-1")
final class OnlyOfferedMethodsAreUsed implements TrafficRule {
    @Override
    public List<Statement> see(RecordedExchange next) {
        boolean offered = !next.request().purpose().operation().equals("other");
        return List.of(Statement.of(
                "EVC-CLIENT-1",
                Judgement.holdsIf(
                        offered,
                        "the client uses a method that isn't offered there",
                        "POST on /api/rest/customer, or PUT on /api/rest/customer/{customerId}",
                        next.request().method() + " " + next.request().uri().getRawPath()),
                next));
    }
}
