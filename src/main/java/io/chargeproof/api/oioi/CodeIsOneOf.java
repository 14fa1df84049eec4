package io.chargeproof.api.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides that a call is refused with a code for that kind of refusal, or a more general one. When it fails with code 0, the
 * call wasn't refused at all: look at what is compared, and whether it is compared whole.
 *
 * @param allowed the codes for the refusal, their more general ones among them
 * @param remark what may excuse another code, or nothing
 */
@Verifies({"OIOI-AUTH-7", "OIOI-AUTH-8", "OIOI-AUTH-9", "OIOI-KEY-2", "OIOI-REQ-2"})
public record CodeIsOneOf(Set<Integer> allowed, String remark) implements Check<Exchange> {
    public CodeIsOneOf {
        allowed = new TreeSet<>(allowed);
    }

    /** One of these codes, or a more general one. */
    public static CodeIsOneOf of(List<ResultCode> codes) {
        boolean tellsWhoIsThere = codes.equals(List.of(ResultCode.UNKNOWN_USERNAME));
        return new CodeIsOneOf(
                ResultCode.anyOf(codes),
                tellsWhoIsThere ? ", unless the target means to hide which accounts there are" : "");
    }

    @Override
    public Judgement judge(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        return Judgement.holdsIf(
                        answer.means(allowed),
                        exchange.request().purpose().inWords() + " isn't refused for that reason" + remark,
                        "one of the result codes " + allowed,
                        answer.inWords())
                .at(answer.codePointer());
    }
}
