package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import io.chargeproof.sandbox.wire.Exchanging;
import io.chargeproof.sandbox.wire.Octets;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Values that come back in bytes that aren't JSON in UTF-8. */
final class CustomerEchoDefects {
    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-create-echoes-latin-1", echo("POST", 200, "last_name", CustomerEchoDefects::inLatin1)),
            entry(
                    "evc-create-echo-called-latin-1",
                    echo("POST", 200, "last_name", CustomerEchoDefects::inUtf8).and(calledLatin1())),
            entry("evc-create-echoes-broken-emoji", echo("POST", 200, "info", CustomerEchoDefects::bySurrogates)),
            entry(
                    "evc-update-echoes-broken-emoji",
                    echo("PUT", 200, "company_name", CustomerEchoDefects::bySurrogates)),
            entry("evc-400-echoes-broken-emoji", echo("POST", 400, "email", CustomerEchoDefects::bySurrogates)),
            entry("evc-400-echoes-unescaped", echo("POST", 400, "gender", CustomerEchoDefects::unescaped)),
            entry("evc-update-echoes-unescaped", echo("PUT", 200, "city", CustomerEchoDefects::unescaped)));

    private CustomerEchoDefects() {}

    private static Variation echo(String method, int status, String member, Function<JsonNode, byte[]> form) {
        return ofCustomers(Exchanging.class, next -> (pipeline, request) -> {
            Answer answer = next.answer(pipeline, request);
            JsonNode value = sent(pipeline.step(Decoding.class).decode(request.body()), member);
            return request.method().equals(method) && answer.status() == status && value.isString()
                    ? answer.withBody(opened(answer.body(), form.apply(value)))
                    : answer;
        });
    }

    private static JsonNode sent(Decoded decoded, String member) {
        return CustomerBreach.members(decoded).orElseGet(Json::object).path(member);
    }

    /** The object with a first member more. */
    private static Octets opened(Octets object, byte[] value) {
        byte[] rest = object.bytes();
        if (rest.length < 3 || rest[0] != '{') {
            return object;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("{\"received\":".getBytes(UTF_8));
        bytes.writeBytes(value);
        bytes.write(',');
        bytes.write(rest, 1, rest.length - 1);
        return Octets.of(bytes.toByteArray());
    }

    private static Variation calledLatin1() {
        return ofCustomers(
                Exchanging.class,
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
