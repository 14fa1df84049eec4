package io.chargeproof.toy;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;

/** Decides that an answer has 200 and says whether the gate is open. */
@Verifies({"GATE-READ-1", "GATE-READ-2"})
final class SaysWhetherItIsOpen implements Check<Exchange> {
    @Override
    public Judgement judge(Exchange exchange) {
        boolean said = exchange.answer()
                .filter(answer -> answer.status() == 200)
                .flatMap(AnswerJson::valueOf)
                .filter(json -> json.path("open").isBoolean())
                .isPresent();
        return Judgement.holdsIf(
                said,
                "the answer to " + exchange.request().purpose().inWords() + " doesn't say whether the gate is open",
                "HTTP 200 with open",
                exchange.outcomeInWords());
    }
}
