package io.chargeproof.api.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import tools.jackson.databind.JsonNode;

/**
 * Decides that a user who was asked for by a contract ID has that one, or null where the requirement leaves that open. When
 * it fails, look at users with several contracts, and at look-ups that match part of an ID.
 *
 * @param asked the contract ID that was asked for
 * @param mayBeNull whether null is left open
 */
@Verifies({"OIOI-GET-14", "OIOI-GET-19"})
public record ContractIsTheOneAskedFor(String asked, boolean mayBeNull) implements Check<Exchange> {
    @Override
    public Judgement judge(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        JsonNode shown = answer.body().path("user").path("evco-id");
        if (!answer.isCodeZero()) {
            return Judgement.broken(
                    exchange.request().purpose().inWords() + " doesn't succeed", "result code 0", answer.inWords());
        }
        boolean holds = mayBeNull
                ? Comparison.isNothing(shown) || (shown.isString() && ContractId.isSame(shown.stringValue(), asked))
                : !Comparison.isNothing(shown);
        return Judgement.holdsIf(
                holds,
                exchange.request().purpose().inWords() + " doesn't show the contract ID that was asked for",
                "evco-id " + asked + (mayBeNull ? " or null" : ""),
                shown.isMissingNode() ? "no evco-id" : "evco-id " + shown);
    }
}
