package io.chargeproof.api.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.List;
import java.util.Set;

/**
 * Decides that a post of details that can't be is refused: the code says that the form is wrong, or there is a reason,
 * whatever the code. When it fails, look at the validation of the member that the finding names.
 */
@Verifies({"OIOI-POST-8", "OIOI-POST-9", "OIOI-POST-10", "OIOI-POST-11", "OIOI-POST-16", "OIOI-POST-17"})
public record DetailsAreNotAccepted() implements Check<Exchange> {
    private static final Set<Integer> CODES = ResultCode.anyOf(List.of(ResultCode.INVALID_FORMAT));

    @Override
    public Judgement judge(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        boolean refused = answer.hasReason() || answer.means(CODES);
        return Judgement.holdsIf(
                refused,
                exchange.request().purpose().inWords() + " isn't refused as it should be",
                "a reason, or one of the result codes " + CODES,
                answer.inWords());
    }
}
