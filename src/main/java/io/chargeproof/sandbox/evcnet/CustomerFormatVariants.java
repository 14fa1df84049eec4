package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.provider.Deviation.variant;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Bytes;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.RequestPipeline;
import io.chargeproof.sandbox.wire.Writing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How answers are spelled in bytes and header fields. */
final class CustomerFormatVariants {
    private static final String TYPE = "content-type";

    static final List<Deviation<CustomerRecords>> VARIANTS = List.of(
            variant("evc-json-names-its-charset")
                    .of("EVC-HTTP-3")
                    .says("The media type bears a charset parameter; it is a JSON media type all the same.")
                    .feltByClients()
                    .by(typed("application/json; charset=utf-8")),
            variant("evc-json-called-latin-1")
                    .of("EVC-HTTP-3")
                    .says("Answers of ASCII alone are called Latin-1; the bytes mean the same in either.")
                    .by(written(CustomerFormatVariants::escaped).and(typed("application/json; charset=iso-8859-1"))),
            variant("evc-json-of-a-vendor")
                    .of("EVC-HTTP-3")
                    .says("The media type is a vendor's with +json; it is a JSON media type all the same.")
                    .feltByClients()
                    .by(typed("application/vnd.evc-net.v1+json")),
            variant("evc-400-is-problem-json")
                    .of("EVC-HTTP-3")
                    .says("The media type of a 400 is application/problem+json; it is a JSON media type all the "
                            + "same.")
                    .by(ofCustomers(
                            Writing.class,
                            next -> draft -> draft.status() == 400
                                    ? next.write(draft).withHeader(TYPE, "application/problem+json")
                                    : next.write(draft))),
            variant("evc-names-in-another-order")
                    .of("EVC-HTTP-3")
                    .says("The members of answers come in another order; JSON has none.")
                    .feltByClients()
                    .by(ofCustomers(Writing.class, next -> draft -> next.write(reversed(draft)))),
            variant("evc-json-with-white-space")
                    .of("EVC-HTTP-3")
                    .says("Answers are indented, and start and end with white space; JSON allows it.")
                    .feltByClients()
                    .by(written(CustomerFormatVariants::spaced)),
            variant("evc-json-escapes-all-letters")
                    .of("EVC-HTTP-3")
                    .says("Every character in a string is an escape; JSON allows it.")
                    .feltByClients()
                    .by(written(CustomerFormatVariants::escaped)),
            variant("evc-answers-in-gzip")
                    .of("EVC-HTTP-3")
                    .says("Answers are compressed where the request allows it; HTTP leaves it to the provider.")
                    .feltByClients()
                    .by(ofCustomers(
                            RequestPipeline.class,
                            next -> (pipeline, request) -> zipped(request, next.answer(pipeline, request)))),
            variant("evc-answers-in-chunks")
                    .of("EVC-HTTP-3")
                    .says("Answers come in chunks, without a length; HTTP leaves it to the provider.")
                    .feltByClients()
                    .by(sent(answer ->
                            answer.body().size() > 0 ? answer.withHeader("transfer-encoding", "chunked") : answer)),
            variant("evc-connection-closed-each-time")
                    .of("EVC-HTTP-3")
                    .says("The connection is closed after each answer; HTTP leaves it to the provider.")
                    .feltByClients()
                    .by(sent(answer -> answer.withHeader("connection", "close"))),
            variant("evc-answers-with-more-fields")
                    .of("EVC-HTTP-3")
                    .says("Answers have cookies and other header fields; the page names none for answers.")
                    .feltByClients()
                    .by(sent(CustomerFormatVariants::withMoreFields)));

    private CustomerFormatVariants() {}

    private static Variation<CustomerRecords> typed(String type) {
        return ofCustomers(Writing.class, next -> draft -> {
            Answer answer = next.write(draft);
            return answer.body().size() == 0 ? answer : answer.withHeader(TYPE, type);
        });
    }

    private static Variation<CustomerRecords> written(UnaryOperator<String> change) {
        return ofCustomers(Writing.class, next -> draft -> {
            Answer answer = next.write(draft);
            return answer.body().size() == 0
                    ? answer
                    : answer.withBody(Bytes.of(change.apply(answer.body().text())));
        });
    }

    private static Variation<CustomerRecords> sent(UnaryOperator<Answer> change) {
        return ofCustomers(
                RequestPipeline.class, next -> (pipeline, request) -> change.apply(next.answer(pipeline, request)));
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

    private static Bytes zipped(Bytes body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.of(bytes.toByteArray());
    }

    private static Answer withMoreFields(Answer answer) {
        return answer.withHeader("set-cookie", "route=a7; Path=/; Secure; HttpOnly")
                .withHeader("x-ratelimit-remaining", "59")
                .withHeader("etag", "W/\"17\"")
                .withHeader("vary", "Accept-Encoding")
                .withHeader("strict-transport-security", "max-age=31536000");
    }
}
