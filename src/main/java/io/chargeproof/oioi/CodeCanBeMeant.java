package io.chargeproof.oioi;

import io.chargeproof.check.Judgement;
import io.chargeproof.check.StandingCheck;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Purpose;
import io.chargeproof.exchange.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Decides that the result code is one that can be meant: success, one of the documented failures of the call, or a code more
 * general than those; a bad key and a malformed call have codes of their own. When it fails, look at codes of other calls and
 * at exceptions that are turned into codes.
 */
@Verifies("OIOI-RESULT-2")
final class CodeCanBeMeant implements StandingCheck {
    @Override
    public List<Judged> judge(Exchange exchange) {
        JsonNode code = UserAnswer.of(exchange).body().path("result").path("code");
        return code.isIntegralNumber()
                ? List.of(Judged.of(
                        "OIOI-RESULT-2", judge(code, exchange.request().purpose())))
                : List.of();
    }

    private static Judgement judge(JsonNode code, Purpose purpose) {
        Set<Integer> meant = ResultCode.anyOf(meantBy(purpose));
        return Judgement.holdsIf(
                code.canConvertToInt() && meant.contains(code.intValue()),
                purpose.inWords() + " got a result code that can't be meant",
                "one of the result codes " + meant,
                "result code " + code);
    }

    private static List<ResultCode> meantBy(Purpose purpose) {
        List<ResultCode> codes = new ArrayList<>(List.of(
                ResultCode.SUCCESS,
                ResultCode.AUTHENTICATION_FAILED,
                ResultCode.UNKNOWN_USERNAME,
                ResultCode.INVALID_TOKEN));
        boolean post = purpose.operation().equals(UserCall.POST_DETAILS.label());
        if (post || purpose.is(Trait.MALFORMED)) {
            codes.add(ResultCode.INVALID_FORMAT);
        }
        if (purpose.is(Trait.BAD_CREDENTIALS)) {
            codes.add(ResultCode.INVALID_API_KEY);
            codes.add(ResultCode.API_KEY_NOT_ALLOWED);
        }
        return codes;
    }
}
