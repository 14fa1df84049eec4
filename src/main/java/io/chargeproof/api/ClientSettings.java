package io.chargeproof.api;

import io.chargeproof.check.Invariant;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.scenario.Causes;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How the scenarios of a run deal with an API.
 *
 * @param control a request that is known to be good, or as good as any
 * @param invariants the checks that look at every exchange
 * @param serverErrorRow the requirement that a request breaks which fails again and again for itself
 * @param causes what is known of why requests fail that should succeed
 * @param answerInWords what an answer says, as observations tell it
 */
public record ClientSettings(
        Supplier<HttpRequest> control,
        List<Invariant> invariants,
        String serverErrorRow,
        Causes causes,
        Function<Exchange, String> answerInWords) {
    public ClientSettings {
        invariants = List.copyOf(invariants);
    }
}
