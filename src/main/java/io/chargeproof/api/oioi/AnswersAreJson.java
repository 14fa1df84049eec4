package io.chargeproof.api.oioi;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.check.Invariant;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.List;

/**
 * Decides that every answer is well-formed JSON in UTF-8 with a JSON media type. When it fails, look at the Content-Type, at
 * the encoding of non-ASCII text, and at error pages of a server in front.
 */
@Verifies("OIOI-HTTP-2")
final class AnswersAreJson implements Invariant {
    @Override
    public List<Judged> judge(Exchange exchange) {
        String where = "the answer to " + exchange.request().purpose().inWords();
        return exchange.answer().stream()
                .map(answer -> Judged.of("OIOI-HTTP-2", AnswerJson.judge(answer, where)))
                .toList();
    }
}
