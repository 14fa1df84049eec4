package io.chargeproof.api.evcnet;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.StatusRange;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.Set;

/**
 * Decides that a request with the right token isn't refused for it: neither 401 nor 403. Another refusal is of something
 * else, and judged elsewhere. When it fails, look at how the Authorization header is parsed, and at the letter case of the
 * scheme.
 */
@Verifies({"EVC-AUTH-1", "EVC-AUTH-2"})
public record TokenIsLetIn() implements Check<Exchange> {
    private static final Set<Integer> REFUSED = Set.of(401, Statuses.INCORRECT_KEY);

    @Override
    public Judgement judge(Exchange exchange) {
        return Judgement.holdsIf(
                        exchange.status()
                                .filter(status -> !REFUSED.contains(status))
                                .isPresent(),
                        exchange.request().purpose().inWords() + " is refused though its token is right",
                        "any status but 401 and 403",
                        exchange.outcomeInWords())
                .rightWith(
                        StatusRange.below(401), new StatusRange(402, 402), new StatusRange(404, StatusRange.HIGHEST));
    }
}
