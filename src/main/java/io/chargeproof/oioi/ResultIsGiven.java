package io.chargeproof.oioi;

import io.chargeproof.check.Judgement;
import io.chargeproof.check.StandingCheck;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Decides that every answer has a {@code result} with an integer code and a message that is a string. When it fails, look at
 * errors that a framework answers, and at how the code is written: a number in quotation marks is no integer.
 */
@Verifies("OIOI-RESULT-1")
final class ResultIsGiven implements StandingCheck {
    @Override
    public List<Judged> judge(Exchange exchange) {
        return exchange.answer().stream()
                .map(answer -> Judged.of(
                        "OIOI-RESULT-1",
                        judge(
                                UserAnswer.of(answer).body().path("result"),
                                exchange.request().purpose().inWords())))
                .toList();
    }

    private static Judgement judge(JsonNode result, String what) {
        boolean holds =
                result.path("code").isIntegralNumber() && result.path("message").isString();
        if (holds) {
            return Judgement.HOLDS;
        }
        return Judgement.broken(
                "the answer to " + what + " has no proper result",
                "result with an integer code and a string message",
                result.isMissingNode() ? "no result" : "result is " + result);
    }
}
