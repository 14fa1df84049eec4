package io.chargeproof.api.oioi;

import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.StatusRange;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.List;
import java.util.Set;

/**
 * Decides that result code 0 comes with HTTP 200, and any failure with 200 or 4xx. When it fails, look at unhandled
 * exceptions (5xx), at redirects in front of the application (3xx), and at frameworks that answer 201 or 204 on their own.
 */
@Verifies({"OIOI-HTTP-3", "OIOI-HTTP-4"})
final class StatusFitsTheResult implements Invariant {
    @Override
    public List<Judged> judge(Exchange exchange) {
        if (exchange.answer().isEmpty()) {
            return List.of();
        }
        UserAnswer answer = UserAnswer.of(exchange);
        String what = exchange.request().purpose().inWords();
        return List.of(
                answer.isCodeZero()
                        ? Judged.of("OIOI-HTTP-3", ofSuccess(answer.status(), what))
                        : Judged.of("OIOI-HTTP-4", ofFailure(answer.status(), what)));
    }

    private static Judgement ofSuccess(int status, String what) {
        return Judgement.holdsIf(
                        status == 200,
                        what + " got result code 0 with another status than 200",
                        "HTTP 200",
                        "HTTP " + status)
                .rightWith(Set.of(200));
    }

    private static Judgement ofFailure(int status, String what) {
        return Judgement.holdsIf(
                        status == 200 || (status >= 400 && status < 500),
                        what + " failed with a status that no failure has",
                        "HTTP 200 or 4xx",
                        "HTTP " + status)
                .rightWith(new StatusRange(200, 200), new StatusRange(400, 499));
    }
}
