package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.provider.Deviation.defect;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.sandbox.behaviour.Json;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Bytes;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import io.chargeproof.sandbox.wire.RequestPipeline;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Values that come back in bytes that aren't JSON in UTF-8. */
final class CustomerEchoDefects {
    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            defect("evc-create-echoes-latin-1")
                    .breaks("EVC-HTTP-3")
                    .says("A create repeats the last name in Latin-1; JSON between systems is in UTF-8.")
                    .shownBy("EVC-CREATE-9")
                    .by(echo("POST", 200, "last_name", CustomerEchoDefects::inLatin1)),
            defect("evc-create-echo-called-latin-1")
                    .breaks("EVC-HTTP-3")
                    .says("A create repeats the last name in UTF-8 and calls it Latin-1; JSON between systems "
                            + "is in UTF-8.")
                    .shownBy("EVC-CREATE-9")
                    .by(echo("POST", 200, "last_name", CustomerEchoDefects::inUtf8)
                            .and(calledLatin1())),
            defect("evc-create-echoes-broken-emoji")
                    .breaks("EVC-HTTP-3")
                    .says("A create repeats the info with each emoji as two broken halves; that isn't UTF-8.")
                    .shownBy("EVC-CREATE-8")
                    .by(echo("POST", 200, "info", CustomerEchoDefects::bySurrogates)),
            defect("evc-update-echoes-broken-emoji")
                    .breaks("EVC-HTTP-3")
                    .says("An update repeats the company's name with each emoji as two broken halves; that "
                            + "isn't UTF-8.")
                    .shownBy("EVC-UPDATE-7")
                    .by(echo("PUT", 200, "company_name", CustomerEchoDefects::bySurrogates)),
            defect("evc-400-echoes-broken-emoji")
                    .breaks("EVC-HTTP-3")
                    .says("A 400 repeats the email with each emoji as two broken halves; that isn't UTF-8.")
                    .shownBy("EVC-CREATE-8")
                    .by(echo("POST", 400, "email", CustomerEchoDefects::bySurrogates)),
            defect("evc-400-echoes-unescaped")
                    .breaks("EVC-HTTP-3")
                    .says("A 400 repeats the gender without escaping it; control characters in a text aren't JSON.")
                    .shownBy("EVC-CREATE-8")
                    .by(echo("POST", 400, "gender", CustomerEchoDefects::unescaped)),
            defect("evc-update-echoes-unescaped")
                    .breaks("EVC-HTTP-3")
                    .says("An update repeats the city without escaping it; a quotation mark in it ends the text.")
                    .shownBy("EVC-UPDATE-7")
                    .by(echo("PUT", 200, "city", CustomerEchoDefects::unescaped)));

    private CustomerEchoDefects() {}

    private static Variation<CustomerRecords> echo(
            String method, int status, String member, Function<JsonNode, byte[]> form) {
        return ofCustomers(RequestPipeline.class, next -> (pipeline, request) -> {
            Answer answer = next.answer(pipeline, request);
            JsonNode value = sent(pipeline.step(Decoding.class).decode(request.body()), member);
            return request.method().equals(method) && answer.status() == status && value.isString()
                    ? answer.withBody(opened(answer.body(), form.apply(value)))
                    : answer;
        });
    }

    private static JsonNode sent(Decoded decoded, String member) {
        return CustomerDeviations.members(decoded).orElseGet(Json::object).path(member);
    }

    /** The object with a first member more. */
    private static Bytes opened(Bytes object, byte[] value) {
        byte[] rest = object.bytes();
        if (rest.length < 3 || rest[0] != '{') {
            return object;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("{\"received\":".getBytes(UTF_8));
        bytes.writeBytes(value);
        bytes.write(',');
        bytes.write(rest, 1, rest.length - 1);
        return Bytes.of(bytes.toByteArray());
    }

    private static Variation<CustomerRecords> calledLatin1() {
        return ofCustomers(
                RequestPipeline.class,
                next -> (pipeline, request) -> next.answer(pipeline, request)
                        .withHeader("content-type", "application/json; charset=iso-8859-1"));
    }

    private static byte[] inUtf8(JsonNode value) {
        return value.toString().getBytes(UTF_8);
    }

    private static byte[] inLatin1(JsonNode value) {
        return value.toString().getBytes(ISO_8859_1);
    }

    private static byte[] unescaped(JsonNode value) {
        return ('"' + value.stringValue() + '"').getBytes(UTF_8);
    }

    /** Each half of a pair of surrogates as three bytes of its own. */
    private static byte[] bySurrogates(JsonNode value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        value.toString().chars().forEach(unit -> {
            if (Character.isSurrogate((char) unit)) {
                bytes.write(0xE0 | (unit >> 12));
                bytes.write(0x80 | ((unit >> 6) & 0x3F));
                bytes.write(0x80 | (unit & 0x3F));
            } else {
                bytes.writeBytes(Character.toString(unit).getBytes(UTF_8));
            }
        });
        return bytes.toByteArray();
    }
}
