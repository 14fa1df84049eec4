package io.chargeproof.sandbox;

import static io.chargeproof.sandbox.UserDeviation.PRIMARY;
import static io.chargeproof.sandbox.UserDeviation.get;
import static io.chargeproof.sandbox.UserDeviation.of;
import static io.chargeproof.sandbox.UserDeviation.posted;
import static io.chargeproof.sandbox.UserDeviation.read;
import static io.chargeproof.sandbox.UserDeviation.withKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Client.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class UserVariantsTest {
    @ParameterizedTest
    @MethodSource({"onTheWire", "inResults", "inDetails"})
    void shows_a_variant_and_nothing_of_it_without(UserDeviation deviation) {
        deviation.isOfTheVariantAlone();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void keeps_what_is_posted_with_every_variant(String variant) {
        ObjectNode details = Bodies.details().put("phone", "+31 20 1234567");
        details.withObject("address").put("zip", "10115");
        details.withObject("billing-address").put("zip", "1010");
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(), List.of(variant)))) {
            Client client = new Client(sandbox);

            Answer first = client.post(PRIMARY, details);
            Answer answer = first.status() == 503 ? client.post(PRIMARY, details) : first;

            assertThat(answer.status()).isEqualTo(200);
            assertThat(UserDeviation.isTaken(answer)).isTrue();
            JsonNode shown = client.shown(PRIMARY);
            assertThat(shown.path("phone")).isEqualTo(details.path("phone"));
            assertThat(shown.at("/billing-address/street")).isEqualTo(details.at("/billing-address/street"));
        }
    }

    static Stream<String> variants() {
        return SandboxCatalogue.variants().stream().map(Variant::id).filter(id -> id.startsWith("oioi-"));
    }

    static Stream<UserDeviation> onTheWire() {
        return Stream.of(
                of("oioi-json-names-its-charset", client -> type(client).equals("application/json; charset=utf-8")),
                of("oioi-json-called-latin-1", client -> type(client).equals("application/json; charset=iso-8859-1")),
                of("oioi-json-of-a-vendor", client -> type(client).equals("application/vnd.oioi.v4+json")),
                of(
                        "oioi-more-headers",
                        client -> client.get(PRIMARY)
                                .headers()
                                .firstValue("set-cookie")
                                .isPresent()),
                of(
                        "oioi-members-in-reverse",
                        client -> client.get(PRIMARY).text().startsWith("{\"result\":{\"message\"")),
                of("oioi-white-space", client -> client.get(PRIMARY).text().startsWith("\r\n{\n\t \"user\":\n\t {")),
                of("oioi-letters-escaped", client -> {
                    posted(client, "first-name", "é/😀");
                    return client.get(PRIMARY).text().contains("\"\\u00e9\\/\\ud83d\\ude00\"");
                }),
                of("oioi-503-at-first", client -> client.get(PRIMARY).status() == 503),
                of(
                        "oioi-hiccups",
                        client -> IntStream.range(0, 25)
                                .anyMatch(at -> client.get(PRIMARY).status() > 428)));
    }

    @ParameterizedTest
    @CsvSource({"oioi-charset-415, 415", ", 200"})
    void may_mind_a_charset(@Nullable String variant, int status) {
        List<String> variants = variant == null ? List.of() : List.of(variant);
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(), variants))) {
            assertThat(Client.sent(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/api/v4/request"))
                                    .header("Authorization", Client.KEY)
                                    .header("content-type", "application/json; charset=utf-8")
                                    .POST(BodyPublishers.ofString(
                                            Bodies.get("username", PRIMARY.username(), PRIMARY.token())
                                                    .toString()))
                                    .build())
                            .status())
                    .isEqualTo(status);
        }
    }

    static Stream<UserDeviation> inResults() {
        return Stream.of(
                of("oioi-failures-with-400", client -> withKey(client, "key=x").status() == 400),
                of(
                        "oioi-failures-with-other-4xx",
                        client -> unknown(client, "rfid").status() == 404),
                of(
                        "oioi-code-140-for-authentication",
                        client -> unknown(client, "username").code() == 140),
                of(
                        "oioi-code-200-for-client-faults",
                        client -> client.call("{}").code() == 200),
                of("oioi-codes-as-decimals", client -> client.call("{}").text().contains("\"code\":230.0")),
                of("oioi-wrong-key-220", client -> withKey(client, "key=x").code() == 220),
                of(
                        "oioi-unknown-identifiers-144",
                        client -> unknown(client, "rfid").code() == 144),
                of(
                        "oioi-unknown-identifiers-145",
                        client -> unknown(client, "evco-id").code() == 145),
                of("oioi-other-messages", client -> client.call("{}").text().contains("leider")),
                of(
                        "oioi-call-in-answer-to-post",
                        client -> posted(client, "phone", "1")
                                .json()
                                .path("user-post-details")
                                .isObject()),
                of(
                        "oioi-call-in-answer-to-get",
                        client -> client.get(PRIMARY).json().has("user-get-details")),
                of(
                        "oioi-reason-in-german",
                        client -> posted(client, "vat", "DE1").text().contains("Angaben")),
                of(
                        "oioi-wrong-vat-with-230",
                        client -> posted(client, "vat", "DE1").code() == 230),
                of(
                        "oioi-refuses-details-with-200",
                        client -> posted(client, "locale", "DE").code() == 200),
                of(
                        "oioi-refuses-details-with-100",
                        client -> posted(client, "locale", "DE").code() == 100),
                of(
                        "oioi-extra-members",
                        client -> client.shown(PRIMARY).at("/address").has("state")),
                of(
                        "oioi-changing-extra-members",
                        client -> !client.get(PRIMARY)
                                .text()
                                .equals(client.get(PRIMARY).text())));
    }

    static Stream<UserDeviation> inDetails() {
        return Stream.of(
                of(
                        "oioi-domain-of-username-ignored",
                        client -> get(
                                                client,
                                                "username",
                                                PRIMARY.username().replaceFirst("@.*", "@example.net"),
                                                PRIMARY.token())
                                        .code()
                                == 0),
                of(
                        "oioi-all-nulls-refused",
                        client -> client.post(PRIMARY, allNull()).code() == 230),
                of(
                        "oioi-vat-in-lower-case-taken",
                        client -> posted(client, "vat", "fi12345678").reason() == null),
                of(
                        "oioi-vat-of-unknown-country-taken",
                        client -> posted(client, "vat", "QQ123456789").reason() == null),
                of(
                        "oioi-token-never-needed",
                        client -> get(client, "username", PRIMARY.username(), null)
                                        .code()
                                == 0),
                of(
                        "oioi-empty-token-counts-as-none",
                        client -> get(client, "rfid", PRIMARY.rfid(), "").code() == 0),
                of(
                        "oioi-get-by-token-refused",
                        client -> get(client, "token", PRIMARY.token(), null).code() == 230),
                of(
                        "oioi-duplicate-names-taken",
                        client -> client.call(Bodies.get("token", PRIMARY.token(), null)
                                                .toString()
                                                .replace("}}}", ",\"identifier-type\":\"token\"}}}"))
                                        .code()
                                == 0),
                of(
                        "oioi-misshapen-details-get-a-reason",
                        client -> posted(client, "vat", 1).reason() != null),
                of(
                        "oioi-undocumented-details-refused",
                        client -> posted(client, "age", 1).code() == 230),
                of(
                        "oioi-undocumented-details-kept",
                        client -> read(client, "age", 1).isNumber()),
                of("oioi-omitted-details-cleared", client -> {
                    client.post(PRIMARY, Bodies.object().put("locale", "de"));
                    return client.shown(PRIMARY).path("phone").isNull();
                }),
                of(
                        "oioi-long-texts-refused",
                        client -> posted(client, "phone", "1".repeat(300)).code() == 230),
                of(
                        "oioi-markup-refused",
                        client -> posted(client, "address.city", "<b>").code() == 230),
                of(
                        "oioi-control-characters-refused",
                        client -> posted(client, "phone", "\n").code() == 230),
                of(
                        "oioi-missing-token-is-malformed",
                        client -> get(client, "rfid", PRIMARY.rfid(), null).code() == 230),
                of(
                        "oioi-empty-locale-is-none",
                        client -> read(client, "locale", "").isNull()),
                of(
                        "oioi-omitted-details-refused",
                        client -> client.post(PRIMARY, Bodies.object().put("locale", "de"))
                                        .code()
                                == 230),
                refuses("oioi-continental-zips-alone", "address.zip", "SW1A 1AA"),
                refuses("oioi-house-number-without-letter", "billing-address.street-number", "12b"),
                refuses("oioi-phone-with-country-alone", "phone", "0151 84512991"),
                refuses("oioi-names-of-letters-alone", "last-name", "Vogel 2"),
                showsContract("oioi-contract-id-bare-and-small", "nlcpf1047293104"),
                showsContract("oioi-contract-id-with-hyphens", "NL-CPF-104729310-4"),
                showsContract("oioi-contract-id-without-check-digit", "NL*CPF*104729310"),
                showsContract("oioi-contract-id-notation-varies", "NLCPF1047293104"));
    }

    private static ObjectNode allNull() {
        ObjectNode details = Bodies.details();
        List.copyOf(details.propertyNames()).forEach(details::putNull);
        return details;
    }

    private static UserDeviation refuses(String variant, String path, String value) {
        return of(variant, client -> posted(client, path, value).code() == 230);
    }

    private static UserDeviation showsContract(String variant, String id) {
        return of(
                variant,
                client -> client.shown(PRIMARY).path("evco-id").asString("").equals(id));
    }

    private static Answer unknown(Client client, String type) {
        return get(client, type, "DE*XXX*000000", "x");
    }

    private static String type(Client client) {
        return client.get(PRIMARY).headers().firstValue("content-type").orElse("");
    }
}
