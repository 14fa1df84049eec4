package io.chargeproof.report.allure;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestPurpose;

/** An exchange as a person reads it. */
final class ExchangeText {
    private static final int LONGEST_BODY = 32_768;

    private ExchangeText() {}

    /** In one line: {@code PUT attach-card (two cards), HTTP 500}. */
    static String inShort(Exchange exchange) {
        RequestPurpose purpose = exchange.request().purpose();
        String variant = purpose.variant().isEmpty() ? "" : " (" + purpose.variant() + ")";
        return exchange.request().method() + " " + purpose.operation() + variant + ", " + exchange.outcomeInWords();
    }

    /** Request and answer whole, but for bodies over 32 KiB. */
    static String of(Exchange exchange) {
        StringBuilder text = new StringBuilder();
        HttpRequest request = exchange.request();
        text.append(request.method()).append(' ').append(request.uri()).append('\n');
        append(text, request.headers());
        append(text, request.body());
        text.append("\n---- ").append(exchange.outcomeInWords()).append(" after ");
        text.append(exchange.duration().toMillis()).append(" ms, attempt ").append(exchange.attempts());
        text.append(", begun ").append(exchange.started()).append(" ----\n\n");
        exchange.answer().ifPresent(answer -> append(text, answer));
        return text.toString();
    }

    private static void append(StringBuilder text, HttpAnswer answer) {
        text.append("HTTP ").append(answer.status()).append('\n');
        append(text, answer.headers());
        append(text, answer.body());
        if (answer.cut()) {
            text.append("(the rest of the body was left unread)\n");
        }
    }

    private static void append(StringBuilder text, Headers headers) {
        headers.fields()
                .forEach(field -> text.append(field.name())
                        .append(": ")
                        .append(field.value())
                        .append('\n'));
    }

    private static void append(StringBuilder text, Body body) {
        if (body.isEmpty()) {
            return;
        }
        String content = body.text();
        boolean whole = content.length() <= LONGEST_BODY;
        text.append('\n')
                .append(whole ? content : content.substring(0, LONGEST_BODY))
                .append('\n');
        if (!whole) {
            text.append("… (").append(body.size()).append(" bytes, in full in exchanges.jsonl)\n");
        }
    }
}
