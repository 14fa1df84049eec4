package io.chargeproof.report;

import io.chargeproof.check.Pinpoint;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.NoAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One of the requests that show a finding, with what came of it in short.
 *
 * @param exchange the exchange
 * @param command what sends the request once more
 * @param decisive whether the finding was judged by it
 * @param pinpoint what of its answer the finding is about
 */
public record ShownRequest(Exchange exchange, String command, boolean decisive, Pinpoint pinpoint) {
    /** The header fields of an answer that tell something of it. */
    private static final List<String> TELLING = List.of(
            "content-type",
            "content-encoding",
            "location",
            "allow",
            "www-authenticate",
            "retry-after",
            "server",
            "x-request-id");

    /** What was asked, in a few words. */
    public String purpose() {
        return exchange.request().purpose().inWords();
    }

    /** The trace that the request was part of, where it says so. */
    public Optional<String> traceId() {
        return exchange.request()
                .headers()
                .first("traceparent")
                .map(value -> value.split("-", -1))
                .filter(parts -> parts.length >= 4)
                .map(parts -> parts[1]);
    }

    /** The header fields of the answer that tell something of it. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.answer()
                .ifPresent(answer -> TELLING.forEach(
                        name -> answer.headers().first(name).ifPresent(value -> headers.put(name, value))));
        return headers;
    }

    /** So much of the answer's body as tells what is wrong with it; empty without one. */
    public String body() {
        return exchange.answer()
                .map(answer -> Excerpt.of(answer.body().text(), pinpoint.member()))
                .orElse("");
    }

    /** What of the body is left out, in words; empty if nothing is. */
    public String rest() {
        int bytes = exchange.answer().map(answer -> answer.body().size()).orElse(0);
        boolean whole = exchange.answer()
                .map(answer -> answer.body().text())
                .filter(text -> !text.equals(body()))
                .isEmpty();
        return whole ? "" : "… (" + bytes + " bytes, in full in exchanges.jsonl)";
    }

    /** The answer's status and telling header fields on one line, or why there is none. */
    public String head() {
        if (exchange.reply() instanceof NoAnswer none) {
            return "no answer: " + none.detail();
        }
        String fields = headers().entrySet().stream()
                .map(field -> ", " + field.getKey() + ": " + DisplayText.visible(field.getValue()))
                .collect(Collectors.joining());
        return "HTTP " + ((HttpAnswer) exchange.reply()).status() + fields;
    }

    /** The answer in two lines at most: its head, and its body as far as it is shown. */
    public List<String> answer() {
        String body = DisplayText.visible(body()) + rest();
        return body.isEmpty() ? List.of(head()) : List.of(head(), body);
    }
}
