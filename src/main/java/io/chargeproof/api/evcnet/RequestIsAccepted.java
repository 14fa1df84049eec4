package io.chargeproof.api.evcnet;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.List;
import java.util.Set;

/**
 * Decides that a right request is answered with HTTP 200. When it fails, read the answer's {@code data}: either the target
 * insists on something that the document doesn't say (then the profile's values may not be valid for it), or it doesn't take
 * what the document shows.
 */
@Verifies({
    "EVC-HTTP-1",
    "EVC-HTTP-5",
    "EVC-AUTH-2",
    "EVC-CREATE-1",
    "EVC-CREATE-4",
    "EVC-CREATE-9",
    "EVC-UPDATE-1",
    "EVC-UPDATE-2",
    "EVC-CARD-1",
    "EVC-CARD-2",
    "EVC-CARD-3"
})
public record RequestIsAccepted() implements Check<Exchange> {
    @Override
    public Judgement judge(Exchange exchange) {
        return Judgement.holdsIf(
                        exchange.status()
                                .filter(status -> status == Statuses.OK)
                                .isPresent(),
                        exchange.request().purpose().inWords() + " isn't accepted" + advice(exchange),
                        "HTTP 200",
                        exchange.outcomeInWords())
                .rightWith(Set.of(Statuses.OK));
    }

    /** The documents' values are placeholders, and a target may know others alone. */
    private static String advice(Exchange exchange) {
        List<String> named = exchange.answer()
                .filter(answer -> answer.status() == Statuses.GENERIC_ERROR)
                .map(answer -> CustomerAnswer.named(answer, CustomerBodies.createMembers()))
                .orElse(List.of());
        return named.isEmpty()
                ? ""
                : ": its answer names " + String.join(", ", named)
                        + "; if the target wants another value, write it in the profile under evc-net.customer."
                        + named.get(0);
    }
}
