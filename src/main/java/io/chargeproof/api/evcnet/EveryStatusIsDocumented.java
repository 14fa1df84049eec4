package io.chargeproof.api.evcnet;

import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.StatusRange;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import java.util.List;

/**
 * Decides that every answer to POST and PUT has one of the three documented statuses. Where the document leaves the status
 * open only a server error is a fault. When it fails, look at what stands between the request and the application: routers
 * answer 404, frameworks 401, 415 and 422, unhandled exceptions 500.
 */
@Verifies("EVC-HTTP-2")
final class EveryStatusIsDocumented implements Invariant {
    @Override
    public List<Judged> judge(Exchange exchange) {
        return exchange.answer().filter(answer -> applies(exchange)).stream()
                .map(answer -> Judged.of("EVC-HTTP-2", judge(exchange, answer)))
                .toList();
    }

    private static boolean applies(Exchange exchange) {
        return InvariantScope.isOffered(exchange.request())
                || exchange.request().method() == HttpMethod.DELETE;
    }

    private static Judgement judge(Exchange exchange, HttpAnswer answer) {
        String what = exchange.request().purpose().inWords();
        if (InvariantScope.isExcepted(exchange, answer)) {
            return Judgement.holdsIf(
                            answer.status() < 500 || isUnknownMethod(exchange, answer.status()),
                            what + " got a server error",
                            "any status below 500",
                            "HTTP " + answer.status())
                    .rightWith(StatusRange.below(500));
        }
        return Judgement.holdsIf(
                        Statuses.isDocumented(answer.status()),
                        what + " got a status that the document doesn't know",
                        "HTTP 200, 400 or 403",
                        "HTTP " + answer.status())
                .rightWith(Statuses.DOCUMENTED);
    }

    /** 501 is the status by which a server says that it doesn't know a method at all. */
    private static boolean isUnknownMethod(Exchange exchange, int status) {
        return status == 501 && exchange.request().method() == HttpMethod.DELETE;
    }
}
