package io.chargeproof.api.evcnet;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;

/**
 * Decides that a request that can't be meant never succeeds: no status from 200 to 299, and where the requirement speaks of
 * it no other than the refusals it allows. When it fails, look at what is done before the request was found to be wrong.
 *
 * @param allowed which refusals are
 */
@Verifies({"EVC-HTTP-8", "EVC-AUTH-3", "EVC-AUTH-4", "EVC-AUTH-8", "EVC-UPDATE-4", "EVC-CARD-4"})
public record NothingIsDone(Refusals allowed) implements Check<Exchange> {
    /** The refusals that a requirement allows. */
    public enum Refusals {
        /** Any status that isn't a success. */
        ANY("any status but 200 to 299"),
        /** Neither a success nor a server error. */
        NO_SERVER_ERROR("a status that is neither 200 to 299 nor 5xx"),
        /** One of the two documented errors. */
        DOCUMENTED("HTTP 400 or 403");

        private final String words;

        Refusals(String words) {
            this.words = words;
        }

        private boolean include(int status) {
            return switch (this) {
                case ANY -> !Statuses.isSuccess(status);
                case NO_SERVER_ERROR -> !Statuses.isSuccess(status) && status < 500;
                case DOCUMENTED -> status == Statuses.GENERIC_ERROR || status == Statuses.INCORRECT_KEY;
            };
        }
    }

    @Override
    public Judgement judge(Exchange exchange) {
        return Judgement.holdsIf(
                exchange.status().filter(allowed::include).isPresent(),
                exchange.request().purpose().inWords() + " isn't refused as it should be",
                allowed.words,
                exchange.outcomeInWords());
    }
}
