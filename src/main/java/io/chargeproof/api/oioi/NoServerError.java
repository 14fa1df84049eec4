package io.chargeproof.api.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.StatusRange;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;

/**
 * Decides that a request gets no server error, whether it is taken or refused. When it fails, look at the log of the
 * target: an exception wasn't handled.
 */
@Verifies({"OIOI-HTTP-4", "OIOI-POST-20"})
public record NoServerError() implements Check<Exchange> {
    @Override
    public Judgement judge(Exchange exchange) {
        return Judgement.holdsIf(
                        exchange.status().filter(status -> status < 500).isPresent(),
                        exchange.request().purpose().inWords() + " gets a server error",
                        "a status below 500",
                        exchange.outcomeInWords())
                .rightWith(StatusRange.below(500));
    }
}
