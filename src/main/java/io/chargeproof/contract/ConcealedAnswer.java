package io.chargeproof.contract;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer as a report on contracts shows it: status, media type, and a result code, but nothing else of what the provider
 * answered. What differs stands in the finding; the rest may be somebody's data, and is none of a report's business.
 */
final class ConcealedAnswer {
    private ConcealedAnswer() {}

    /** The same exchange with such an answer. */
    static Exchange in(Exchange exchange) {
        return exchange.answer().map(answer -> in(exchange, answer)).orElse(exchange);
    }

    private static Exchange in(Exchange exchange, HttpAnswer answer) {
        List<Headers.Field> type = answer.headers().fields().stream()
                .filter(field -> field.name().equalsIgnoreCase("content-type"))
                .toList();
        return new Exchange(
                exchange.number(),
                exchange.request(),
                new HttpAnswer(answer.status(), new Headers(type), concealed(answer.body()), answer.cut()),
                exchange.attempts(),
                exchange.started(),
                exchange.duration(),
                exchange.earlier().stream().map(ConcealedAnswer::in).toList());
    }

    private static Body concealed(Body body) {
        if (body.isEmpty()) {
            return body;
        }
        ObjectNode shown = JsonMapper.shared().createObjectNode();
        JsonNode code = resultCode(body);
        if (code.isIntegralNumber()) {
            shown.putObject("result").set("code", code);
        }
        shown.put("left-out", body.size() + " bytes: of an answer, a report on contracts shows only what differs");
        return Body.of(shown.toString());
    }

    private static JsonNode resultCode(Body body) {
        try {
            return JsonMapper.shared().readTree(body.bytes()).path("result").path("code");
        } catch (JacksonException e) {
            return JsonMapper.shared().missingNode();
        }
    }
}
