package io.chargeproof.api.evcnet;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.scenario.NamedMembers;
import java.util.Collection;
import java.util.List;

/** An answer of the Customer API, as observations tell it. */
public final class CustomerAnswer {
    private CustomerAnswer() {}

    /** The status, which methods are allowed, and whether the request's ID came back. */
    public static String inWords(Exchange exchange) {
        return exchange.outcomeInWords()
                + exchange.answer().map(CustomerAnswer::allowed).orElse("")
                + (echoesRequestId(exchange) ? ", the request's ID repeated" : "");
    }

    /** Those of some members of which a refusal speaks, in its {@code data} if it has any. */
    static List<String> named(HttpAnswer refusal, Collection<String> members) {
        return AnswerJson.valueOf(refusal)
                .map(body -> NamedMembers.in(body.has("data") ? body.path("data") : body, members))
                .orElse(List.of());
    }

    private static String allowed(HttpAnswer answer) {
        return answer.headers()
                .first("Allow")
                .map(methods -> ", allows " + methods)
                .orElse("");
    }

    private static boolean echoesRequestId(Exchange exchange) {
        return exchange.request()
                .headers()
                .first(CustomerRequests.REQUEST_ID)
                .flatMap(id -> exchange.answer()
                        .map(answer -> answer.headers().fields().stream()
                                .anyMatch(field -> field.value().equals(id))))
                .orElse(false);
    }
}
