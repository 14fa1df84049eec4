package io.chargeproof.api.evcnet;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import java.util.List;

/**
 * Decides that answers are well-formed JSON in UTF-8 with a JSON media type: those of a created customer and every 400 must
 * have a body, others may. A 403's body is judged as a row of its own. When it fails, look at the Content-Type, at the
 * encoding of non-ASCII text, and at error pages of a server in front.
 */
@Verifies({"EVC-HTTP-3", "EVC-HTTP-4"})
final class AnswersAreJson implements Invariant {
    @Override
    public List<Judged> judge(Exchange exchange) {
        return exchange.answer().stream()
                .filter(answer -> !InvariantScope.isExcepted(exchange, answer) && isToBeJson(exchange, answer))
                .map(answer -> Judged.of(requirement(answer), judge(exchange, answer)))
                .toList();
    }

    private static boolean isToBeJson(Exchange exchange, HttpAnswer answer) {
        boolean created = answer.status() == Statuses.OK
                && exchange.request().purpose().operation().equals(Operation.CREATE.label());
        return created
                || answer.status() == Statuses.GENERIC_ERROR
                || answer.status() == Statuses.INCORRECT_KEY
                || !answer.body().isEmpty();
    }

    private static Judgement judge(Exchange exchange, HttpAnswer answer) {
        return answer.status() == Statuses.INCORRECT_KEY && answer.body().isEmpty()
                ? Judgement.HOLDS
                : AnswerJson.judge(answer, where(exchange, answer));
    }

    private static String requirement(HttpAnswer answer) {
        return answer.status() == Statuses.INCORRECT_KEY ? "EVC-HTTP-4" : "EVC-HTTP-3";
    }

    private static String where(Exchange exchange, HttpAnswer answer) {
        return "the HTTP " + answer.status() + " answer to "
                + exchange.request().purpose().inWords();
    }
}
