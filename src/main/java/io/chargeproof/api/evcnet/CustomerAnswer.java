package io.chargeproof.api.evcnet;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;

/** An answer of the Customer API, as observations tell it. */
public final class CustomerAnswer {
    private CustomerAnswer() {}

    /** The status, which methods are allowed, and whether the request's ID came back. */
    public static String inWords(Exchange exchange) {
        return exchange.outcomeInWords()
                + exchange.answer().map(CustomerAnswer::allowed).orElse("")
                + (echoesRequestId(exchange) ? ", the request's ID repeated" : "");
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
