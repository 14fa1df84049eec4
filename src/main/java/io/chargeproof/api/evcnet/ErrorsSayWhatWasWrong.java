package io.chargeproof.api.evcnet;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Decides that each 400 bears a {@code data} member that says something, of whatever type. When it fails, look at errors
 * that are raised before or outside of the code that builds error answers.
 */
@Verifies("EVC-CREATE-6")
final class ErrorsSayWhatWasWrong implements Invariant {
    private static final int SHOWN = 80;

    @Override
    public List<Judged> judge(Exchange exchange) {
        return exchange.answer().stream()
                .filter(answer ->
                        answer.status() == Statuses.GENERIC_ERROR && !InvariantScope.isExcepted(exchange, answer))
                .map(answer -> Judged.of("EVC-CREATE-6", judge(exchange, answer)))
                .toList();
    }

    static Judgement judge(Exchange exchange, HttpAnswer answer) {
        JsonNode data =
                AnswerJson.valueOf(answer).map(body -> body.path("data")).orElse(MissingNode.getInstance());
        return Judgement.holdsIf(
                saysSomething(data),
                "the HTTP 400 answer to " + exchange.request().purpose().inWords() + " doesn't say what was wrong",
                "a member data that is neither null nor empty",
                data.isMissingNode() ? "no member data" : "data is " + shown(data));
    }

    private static boolean saysSomething(JsonNode data) {
        if (data.isString()) {
            return !data.stringValue().isBlank();
        }
        if (data.isContainer()) {
            return data.valueStream().anyMatch(ErrorsSayWhatWasWrong::saysSomething);
        }
        return data.isNumber();
    }

    private static String shown(JsonNode data) {
        String text = data.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
