package io.chargeproof.api.evcnet;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;

/**
 * Decides that a created customer can be addressed at once, and not only after a moment. When it fails, look at what is done
 * after the create was answered: queues, indices, replicas.
 */
@Verifies("EVC-CREATE-15")
public record CustomerIsAddressableAtOnce() implements Check<CustomerIsAddressable.Attempt> {
    @Override
    public Judgement judge(CustomerIsAddressable.Attempt attempt) {
        return Judgement.holdsIf(
                attempt.late().isEmpty(),
                "a customer was created, and an update reached it only after a moment",
                "HTTP 200 to the first update of the customer",
                "the first got " + attempt.late().map(Exchange::outcomeInWords).orElse(""));
    }
}
