package io.chargeproof.api.evcnet;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.List;
import java.util.Optional;

/**
 * Decides that a created customer can be addressed by a PUT. When it fails, look at what id the answer to the create gives,
 * and name its place in the profile as {@code customer-id-path} if it is an unusual one.
 */
@Verifies("EVC-CREATE-2")
public record CustomerIsAddressable() implements Check<CustomerIsAddressable.Attempt> {
    /**
     * A created customer, and what came of addressing it.
     *
     * @param tried the ids that were tried
     * @param accepted the place of the one that served, if one did
     * @param first the exchange with the likeliest id
     * @param last the last exchange
     * @param late the exchange with the likeliest id of the first try, if a later one served
     */
    public record Attempt(
            List<CustomerIds.Candidate> tried,
            Optional<CustomerIds.Candidate> accepted,
            Exchange first,
            Exchange last,
            Optional<Exchange> late) {
        /** One of a first try. */
        public static Attempt atOnce(
                List<CustomerIds.Candidate> tried, Optional<CustomerIds.Candidate> accepted, Exchange last) {
            return new Attempt(tried, accepted, last, last, Optional.empty());
        }

        /** The same where another exchange was the first. */
        public Attempt begunBy(Exchange other) {
            return new Attempt(tried, accepted, other, last, late);
        }

        /** The same when an earlier try was in vain. */
        public Attempt after(Attempt first) {
            return new Attempt(tried, accepted, first(), last, Optional.of(first.first()));
        }
    }

    @Override
    public Judgement judge(Attempt attempt) {
        String places = String.join(
                ", ", attempt.tried().stream().map(CustomerIds.Candidate::place).toList());
        return Judgement.holdsIf(
                attempt.accepted().isPresent(),
                "a customer was created, and no id addresses it",
                "HTTP 200 to an update of the customer by the id in the answer, in Location, or by the object_id that was sent",
                (places.isEmpty() ? "no id in the answer" : "tried: " + places) + "; the last got "
                        + attempt.last().outcomeInWords());
    }
}
