package io.chargeproof.api.oioi;

import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Decides that a user who isn't authenticated gets a code that the calls' own pages list, or the more general one of these, and
 * not one of another call, such as a registration. When it fails, look at what the calls share with those others.
 */
@Verifies("OIOI-RESULT-5")
final class CodeIsListed implements Invariant {
    private static final Set<Integer> LISTED =
            ResultCode.anyOf(List.of(ResultCode.UNKNOWN_USERNAME, ResultCode.INVALID_TOKEN));
    private static final Set<Integer> OTHERS = others(LISTED);
    private static final Set<Integer> LISTED_FOR_LOG_IN = ResultCode.anyOf(
            List.of(ResultCode.INVALID_PASSWORD, ResultCode.UNKNOWN_USERNAME, ResultCode.INVALID_TOKEN));
    private static final Set<Integer> OTHERS_THAN_FOR_LOG_IN = others(LISTED_FOR_LOG_IN);

    @Override
    public List<Judged> judge(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        Set<Integer> meant = answer.meant();
        if (meant.isEmpty()) {
            return List.of();
        }
        boolean logIn = UserRequests.isLogIn(exchange.request());
        return List.of(Judged.of(
                "OIOI-RESULT-5",
                Judgement.holdsIf(
                                Collections.disjoint(meant, logIn ? OTHERS_THAN_FOR_LOG_IN : OTHERS),
                                () -> Judgement.broken(
                                        exchange.request().purpose().inWords() + " got the result code of another call",
                                        "one of the result codes " + (logIn ? LISTED_FOR_LOG_IN : LISTED),
                                        answer.inWords()))
                        .at(answer.codePointer())));
    }

    private static Set<Integer> others(Set<Integer> listed) {
        Set<Integer> others = ResultCode.authenticationFailures();
        others.removeAll(listed);
        return others;
    }
}
