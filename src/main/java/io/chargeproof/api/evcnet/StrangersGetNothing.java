package io.chargeproof.api.evcnet;

import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.RequestTrait;
import java.util.List;

/**
 * Decides that no request without the right token succeeds, whatever else it is sent for. When it fails, look at whether the
 * token is asked for before anything is done, on each method.
 */
@Verifies({"EVC-AUTH-3", "EVC-AUTH-4", "EVC-AUTH-8"})
final class StrangersGetNothing implements Invariant {
    @Override
    public List<Judged> judge(Exchange exchange) {
        return exchange.request().purpose().is(RequestTrait.BAD_CREDENTIALS) && Statuses.isSuccess(exchange)
                ? List.of(Judged.of(
                        Credentials.requirementOn(exchange.request().purpose()),
                        Judgement.broken(
                                exchange.request().purpose().inWords() + " isn't refused for its token",
                                "HTTP 403",
                                exchange.outcomeInWords())))
                : List.of();
    }
}
