package io.chargeproof.api.evcnet;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.Optional;
import java.util.Set;

/**
 * Decides that a wrong request is answered with HTTP 400; for a body that can't be read on an update, and for an unknown
 * customer, also that {@code data} says why. When it fails with 200, look at what is validated at all; with 404, 415 or 422,
 * at what the framework answers in the application's place.
 */
@Verifies({"EVC-CREATE-5", "EVC-CREATE-7", "EVC-UPDATE-3", "EVC-UPDATE-5", "EVC-UPDATE-6", "EVC-CARD-5"})
public record RefusedAsGenericError(boolean withData) implements Check<Exchange> {
    @Override
    public Judgement judge(Exchange exchange) {
        if (isKeptAway(exchange)) {
            return Judgement.HOLDS;
        }
        String what = exchange.request().purpose().inWords();
        if (exchange.status().filter(status -> status == Statuses.GENERIC_ERROR).isEmpty()) {
            return Judgement.broken(what + " isn't refused as it should be", "HTTP 400", exchange.outcomeInWords())
                    .rightWith(
                            bearsMarkup(exchange)
                                    ? Set.of(Statuses.GENERIC_ERROR, Statuses.INCORRECT_KEY)
                                    : Set.of(Statuses.GENERIC_ERROR));
        }
        return withData
                ? ErrorsSayWhatWasWrong.judge(exchange, exchange.answer().orElseThrow())
                : Judgement.HOLDS;
    }

    /** A firewall may refuse markup, by the status that is documented for it, before the service sees any. */
    private static boolean isKeptAway(Exchange exchange) {
        return exchange.status().equals(Optional.of(Statuses.INCORRECT_KEY)) && bearsMarkup(exchange);
    }

    private static boolean bearsMarkup(Exchange exchange) {
        return exchange.request().body().text().startsWith("<");
    }
}
