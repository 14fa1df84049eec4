package io.chargeproof.report;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.RequestPurpose;
import java.util.function.UnaryOperator;

/** Takes the secrets out of an exchange: address, header fields and both bodies. */
final class ExchangeRedaction {
    private final UnaryOperator<String> clean;
    private final MessageRedaction requests;
    private final MessageRedaction answers;

    /** Answers pass the one redaction, requests the other, after which they can be sent again. */
    ExchangeRedaction(UnaryOperator<String> clean, UnaryOperator<String> cleanRequest) {
        this.clean = clean;
        this.requests = new MessageRedaction(cleanRequest);
        this.answers = new MessageRedaction(clean);
    }

    Exchange of(Exchange exchange) {
        return new Exchange(
                exchange.number(),
                request(exchange.request()),
                reply(exchange.reply()),
                exchange.attempts(),
                exchange.started(),
                exchange.duration());
    }

    private HttpRequest request(HttpRequest request) {
        return new HttpRequest(
                request.method(),
                requests.uri(request.uri()),
                requests.headers(request.headers()),
                requests.body(request.body()),
                purpose(request.purpose()),
                request.resend());
    }

    private RequestPurpose purpose(RequestPurpose purpose) {
        return purpose.as(clean.apply(purpose.variant()));
    }

    private Reply reply(Reply reply) {
        if (reply instanceof HttpAnswer answer) {
            Body shown = CompressedBody.withheld(answer, clean).orElseGet(() -> answers.body(answer.body()));
            return new HttpAnswer(answer.status(), answers.headers(answer.headers()), shown, answer.cut());
        }
        NoAnswer none = (NoAnswer) reply;
        return new NoAnswer(none.cause(), clean.apply(none.detail()));
    }
}
