package io.chargeproof.api.evcnet;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.List;

/**
 * Decides that a request that may be taken or refused gets one of the statuses that say so. When it fails with 5xx, look at
 * the log of the target: an exception wasn't handled.
 *
 * @param statuses those that are allowed
 */
@Verifies({"EVC-CREATE-8", "EVC-CREATE-11", "EVC-UPDATE-7"})
public record StatusIsOneOf(List<Integer> statuses) implements Check<Exchange> {
    /** All that the document knows. */
    public static final StatusIsOneOf DOCUMENTED =
            new StatusIsOneOf(List.of(Statuses.OK, Statuses.GENERIC_ERROR, Statuses.INCORRECT_KEY));

    public StatusIsOneOf {
        statuses = List.copyOf(statuses);
    }

    @Override
    public Judgement judge(Exchange exchange) {
        return Judgement.holdsIf(
                        exchange.status().filter(statuses::contains).isPresent(),
                        exchange.request().purpose().inWords() + " is neither taken nor refused in a documented way",
                        "HTTP "
                                + String.join(
                                        " or ",
                                        statuses.stream().map(String::valueOf).toList()),
                        exchange.outcomeInWords())
                .rightWith(statuses);
    }
}
