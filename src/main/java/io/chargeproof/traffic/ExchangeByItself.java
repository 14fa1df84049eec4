package io.chargeproof.traffic;

import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import java.util.List;

/**
 * An exchange, and what it shows by itself, whatever came before.
 *
 * @param exchange the exchange
 * @param ofRequest what its request says of the client
 * @param ofAnswer what its answer says of the provider, should it count
 */
record ExchangeByItself(RecordedExchange exchange, List<Statement> ofRequest, List<Statement> ofAnswer) {
    ExchangeByItself {
        ofRequest = List.copyOf(ofRequest);
        ofAnswer = List.copyOf(ofAnswer);
    }

    /** The same under its number among all that were read. */
    ExchangeByItself withNumber(long number) {
        RecordedExchange numbered = exchange.withNumber(number);
        return new ExchangeByItself(numbered, shownBy(numbered, ofRequest), shownBy(numbered, ofAnswer));
    }

    private static List<Statement> shownBy(RecordedExchange exchange, List<Statement> statements) {
        return statements.stream().map(each -> each.shownBy(exchange)).toList();
    }
}
