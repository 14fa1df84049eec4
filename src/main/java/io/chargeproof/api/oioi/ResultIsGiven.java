package io.chargeproof.api.oioi;

import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Decides that an answer with HTTP 200 or 4xx has a {@code result} with an integer code and a message that is a string; a 4xx
 * may have a member {@code error} in its place, though it had better not. When it fails, look at errors that a framework
 * answers, and at how the code is written: a number in quotation marks is no integer.
 */
@Verifies({"OIOI-RESULT-1", "OIOI-RESULT-4"})
final class ResultIsGiven implements Invariant {
    @Override
    public List<Judged> judge(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        String what = exchange.request().purpose().inWords();
        if (answer.isClientError()) {
            Judgement proper = judge(answer, what, "");
            Judgement any = answer.hasError() ? Judgement.HOLDS : judge(answer, what, ", or an error");
            return List.of(Judged.of("OIOI-RESULT-1", any), Judged.of("OIOI-RESULT-4", proper));
        }
        return answer.status() == 200
                ? List.of(
                        Judged.of("OIOI-RESULT-1", judge(answer, what, "")),
                        Judged.of("OIOI-RESULT-4", Judgement.HOLDS))
                : List.of();
    }

    private static Judgement judge(UserAnswer answer, String what, String orElse) {
        JsonNode result = answer.body().path("result");
        boolean holds = UserAnswer.isInteger(result.path("code"))
                && result.path("message").isString();
        return Judgement.holdsIf(
                holds,
                () -> Judgement.broken(
                        "the answer to " + what + " has no proper result" + orElse,
                        "result with an integer code and a string message" + orElse,
                        result.isMissingNode() ? "no result" : "result is " + result));
    }
}
