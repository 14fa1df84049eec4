package io.chargeproof.sandbox.freedom;

import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Exchanging;
import io.chargeproof.sandbox.wire.Octets;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.Writing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How answers are spelled in bytes and header fields. */
final class CustomerFormatFreedoms {
    private static final String TYPE = "content-type";

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-json-names-its-charset", typed("application/json; charset=utf-8")),
            entry(
                    "evc-json-called-latin-1",
                    written(CustomerFormatFreedoms::escaped).and(typed("application/json; charset=iso-8859-1"))),
            entry("evc-json-of-a-vendor", typed("application/vnd.evc-net.v1+json")),
            entry(
                    "evc-400-is-problem-json",
                    ofCustomers(
                            Writing.class,
                            next -> draft -> draft.status() == 400
                                    ? next.write(draft).withHeader(TYPE, "application/problem+json")
                                    : next.write(draft))),
            entry(
                    "evc-names-in-another-order",
                    ofCustomers(Writing.class, next -> draft -> next.write(reversed(draft)))),
            entry("evc-json-with-white-space", written(CustomerFormatFreedoms::spaced)),
            entry("evc-json-escapes-all-letters", written(CustomerFormatFreedoms::escaped)),
            entry(
                    "evc-answers-in-gzip",
                    ofCustomers(
                            Exchanging.class,
                            next -> (pipeline, request) -> zipped(request, next.answer(pipeline, request)))),
            entry(
                    "evc-answers-in-chunks",
                    sent(answer ->
                            answer.body().size() > 0 ? answer.withHeader("transfer-encoding", "chunked") : answer)),
            entry("evc-connection-closed-each-time", sent(answer -> answer.withHeader("connection", "close"))),
            entry("evc-answers-with-more-fields", sent(CustomerFormatFreedoms::withMoreFields)));

    private CustomerFormatFreedoms() {}

    private static Variation typed(String type) {
        return ofCustomers(Writing.class, next -> draft -> {
            Answer answer = next.write(draft);
            return answer.body().size() == 0 ? answer : answer.withHeader(TYPE, type);
        });
    }

    private static Variation written(UnaryOperator<String> change) {
        return ofCustomers(Writing.class, next -> draft -> {
            Answer answer = next.write(draft);
            return answer.body().size() == 0
                    ? answer
                    : answer.withBody(Octets.of(change.apply(answer.body().text())));
        });
    }

    private static Variation sent(UnaryOperator<Answer> change) {
        return ofCustomers(
                Exchanging.class, next -> (pipeline, request) -> change.apply(next.answer(pipeline, request)));
    }

    private static Draft reversed(Draft draft) {
        return draft.body() == null ? draft : draft.withBody(reversed(draft.body()));
    }

    private static JsonNode reversed(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        List<String> names = new ArrayList<>(object.propertyNames());
        Collections.reverse(names);
        ObjectNode other = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> other.set(name, reversed(object.path(name))));
        return other;
    }

    private static String spaced(String json) {
        return "\r\n\t " + JsonMapper.shared().readTree(json).toPrettyString() + "\n";
    }

    /** Each letter as an escape; what was escaped stays. */
    private static String escaped(String json) {
        StringBuilder text = new StringBuilder();
        boolean within = false;
        for (int at = 0; at < json.length(); at++) {
            char here = json.charAt(at);
            if (within && here == '\\') {
                int end = at + (json.charAt(at + 1) == 'u' ? 6 : 2);
                text.append(json, at, end);
                at = end - 1;
                continue;
            }
            within ^= here == '"';
            text.append(within && here != '"' ? String.format("\\u%04x", (int) here) : here);
        }
        return text.toString();
    }

    private static Answer zipped(Request request, Answer answer) {
        boolean wanted = request.headers().all("accept-encoding").stream().anyMatch(value -> value.contains("gzip"));
        return wanted && answer.body().size() > 0
                ? answer.withHeader("content-encoding", "gzip").withBody(zipped(answer.body()))
                : answer;
    }

    private static Octets zipped(Octets body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Octets.of(bytes.toByteArray());
    }

    private static Answer withMoreFields(Answer answer) {
        return answer.withHeader("set-cookie", "route=a7; Path=/; Secure; HttpOnly")
                .withHeader("x-ratelimit-remaining", "59")
                .withHeader("etag", "W/\"17\"")
                .withHeader("vary", "Accept-Encoding")
                .withHeader("strict-transport-security", "max-age=31536000");
    }
}
