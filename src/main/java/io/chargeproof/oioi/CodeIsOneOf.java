package io.chargeproof.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Decides that a call is refused with a code for that kind of refusal, or a more general one. When it fails with code 0, the
 * call wasn't refused at all: look at what is compared, and whether it is compared whole.
 *
 * @param codes the codes for the refusal, their more general ones understood
 */
@Verifies({"OIOI-AUTH-1", "OIOI-AUTH-2", "OIOI-AUTH-3", "OIOI-AUTH-4", "OIOI-KEY-2", "OIOI-REQ-2"})
public record CodeIsOneOf(List<ResultCode> codes) implements Check<Exchange> {
    public CodeIsOneOf {
        codes = List.copyOf(codes);
    }

    @Override
    public Judgement judge(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        Set<Integer> allowed = ResultCode.anyOf(codes);
        OptionalInt code = answer.code();
        return Judgement.holdsIf(
                code.isPresent() && allowed.contains(code.getAsInt()),
                exchange.request().purpose().inWords() + " isn't refused for that reason",
                "one of the result codes " + allowed,
                answer.inWords());
    }
}
