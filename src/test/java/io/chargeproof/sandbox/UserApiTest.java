package io.chargeproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Client.Answer;
import io.chargeproof.sandbox.oioi.User;
import io.chargeproof.sandbox.oioi.UserTestData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class UserApiTest {
    private static final User PRIMARY = UserTestData.primary();
    private static final User SECONDARY = UserTestData.secondary();
    private static final User SPARSE = UserTestData.sparse();

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.correct());
    private final Client client = new Client(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void shows_all_ten_members_of_a_user() {
        Answer answer = client.get(PRIMARY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("result").toString()).isEqualTo("{\"code\":0,\"message\":\"Success.\"}");
        assertThat(answer.json().path("user").propertyNames())
                .containsExactlyInAnyOrder(
                        "first-name",
                        "last-name",
                        "address",
                        "billing-name",
                        "billing-address",
                        "locale",
                        "vat",
                        "social-security-number",
                        "evco-id",
                        "phone");
        assertThat(client.shown(SPARSE).path("billing-address").isNull()).isTrue();
        assertThat(client.shown(SPARSE).path("evco-id").asString()).isEqualTo(SPARSE.evcoId());
    }

    @Test
    void shares_no_value_between_users_or_addresses() {
        List<String> first = leaves(client.shown(PRIMARY));
        assertThat(first).doesNotHaveDuplicates().doesNotContainNull();
        List<String> second = leaves(client.shown(SECONDARY));
        assertThat(second).doesNotHaveDuplicates().doesNotContainAnyElementsOf(first);
        assertThat(client.shown(PRIMARY).path("address").size()).isEqualTo(5);
    }

    private static List<String> leaves(JsonNode node) {
        return node.values().stream()
                .flatMap(value -> value.isObject() ? value.values().stream() : java.util.stream.Stream.of(value))
                .map(value -> value.stringValue())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "username, anneke@drivers.example.com",
        "evco-id,  NL*CPF*104729310*4",
        "evco-id,  nl-cpf-104729310",
        "evco-id,  NLCPF1047293104",
        "rfid,     04C0FFEEA10001",
    })
    void finds_a_user_by_every_identifier(String type, String identifier) {
        JsonNode shown = client.call(
                        Bodies.get(type, identifier, PRIMARY.token()).toString())
                .json()
                .path("user");

        assertThat(shown).isEqualTo(client.shown(PRIMARY));
        assertThat(client.call(Bodies.post(type, identifier, PRIMARY.token(), Bodies.details())
                                .toString())
                        .text())
                .isEqualTo("{\"result\":{\"code\":0,\"message\":\"Success.\"}}");
    }

    @Test
    void posts_by_token_alone() {
        Answer answer = client.call(
                Bodies.post("token", PRIMARY.token(), null, Bodies.details()).toString());

        assertThat(answer.text()).isEqualTo("{\"result\":{\"code\":0,\"message\":\"Success.\"}}");
        assertThat(client.shown(PRIMARY).path("first-name").asString()).isEqualTo("Zoë");
    }

    @ParameterizedTest
    @CsvSource({
        "username, nobody@example.com,          x, 144",
        "username, anneke@drivers.example.com,  wrong, 145",
        "username, anneke@drivers.example.com,  , 145",
        "username, anneke@drivers.example.com,  '', 145",
        "username, anneke@drivers.example.com,  e94b02d7716c4fa5b3d80c1f62a95e08, 145",
        "evco-id,  NL*CPF*104729310*4,          e94b02d7716c4fa5b3d80c1f62a95e08, 145",
        "rfid,     04C0FFEEA10001,              e94b02d7716c4fa5b3d80c1f62a95e08, 145",
        "evco-id,  NL*CPF*104729310*5,          7c1e5a90d2f34b6888e1a0c95b3d7f42, 140",
        "evco-id,  DE*XXX*999999999*9,          x, 140",
        "rfid,     04C0FFEE,                    x, 140",
        "rfid,     not-an-rfid,                 x, 140",
        "token,    nobody,                      , 140",
    })
    void refuses_who_is_not_authenticated(String type, String identifier, @Nullable String token, int code) {
        JsonNode before = client.shown(PRIMARY);
        for (ObjectNode call :
                List.of(Bodies.get(type, identifier, token), Bodies.post(type, identifier, token, Bodies.details()))) {
            Answer answer = client.call(call.toString());

            assertThat(answer.code()).isEqualTo(code);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().has("user")).isFalse();
        }
        assertThat(client.shown(PRIMARY)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "\"user-get-details\"",
                "null",
                "{",
                "{\"user-get-details\":{}}",
                "{\"user-delete\":{}}",
                "{\"user-get-details\":null}",
                "{\"user-get-details\":[]}",
                "{\"user-get-details\":{\"user\":[]}}",
                "{\"user-get-details\":{\"user\":{\"identifier-type\":\"email\",\"identifier\":\"x\"}}}",
                "{\"user-get-details\":{\"user\":{\"identifier-type\":\"username\",\"identifier\":\"\"}}}",
                "{\"user-get-details\":{\"user\":{\"identifier\":\"x\"}}}",
                "{\"user-get-details\":{\"user\":{\"identifier-type\":\"username\",\"identifier\":[\"x\"]}}}",
                "{\"user-get-details\":{\"user\":{\"identifier-type\":\"rfid\",\"identifier\":\"x\",\"token\":1}}}",
                "{\"user-get-details\":{\"user\":{\"identifier-type\":\"rfid\",\"identifier\":\"x\",\"token\":{}}}}",
                "{\"user-post-details\":{\"user\":{\"identifier-type\":\"rfid\",\"identifier\":\"x\"}}}",
                "{\"a\":{},\"user-get-details\":{\"user\":{\"identifier-type\":\"rfid\",\"identifier\":\"x\"}}}"
            })
    void refuses_what_is_no_call_with_230(String body) {
        Answer answer = client.call(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("{\"result\":{\"code\":230,\"message\":\"Invalid request format\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key=", "key=wrong", "cpsandbox-8e21c9d4-77b0-4f5a-9c36-0b6d2fe1a854"})
    void refuses_any_other_api_key(String authorization) {
        JsonNode before = client.shown(PRIMARY);
        String post = Bodies.post("username", PRIMARY.username(), PRIMARY.token(), Bodies.details())
                .toString();

        Answer answer = client.send("POST", "/api/v4/request", authorization, post);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).isEqualTo("{\"result\":{\"code\":210,\"message\":\"Invalid API key\"}}");
        assertThat(client.shown(PRIMARY)).isEqualTo(before);
    }

    @Test
    void shows_what_was_posted_and_changes_nobody_else() {
        JsonNode other = client.shown(SECONDARY);
        ObjectNode details = Bodies.details();

        assertThat(client.post(PRIMARY, details).code()).isZero();
        assertThat(client.post(PRIMARY, details).code()).isZero();

        assertThat(client.shown(PRIMARY)).isEqualTo(details.put("evco-id", PRIMARY.evcoId()));
        assertThat(client.shown(SECONDARY)).isEqualTo(other);
    }

    @Test
    void keeps_what_is_left_out_and_forgets_what_is_null() {
        client.post(PRIMARY, Bodies.details());
        ObjectNode some = Bodies.object().putNull("vat").putNull("address");
        some.putObject("billing-address").put("country", "BE");

        assertThat(client.post(PRIMARY, some).code()).isZero();

        JsonNode shown = client.shown(PRIMARY);
        assertThat(shown.path("vat").isNull()).isTrue();
        assertThat(shown.path("address").isNull()).isTrue();
        assertThat(shown.path("first-name").asString()).isEqualTo("Zoë");
        assertThat(shown.path("billing-address").toString())
                .isEqualTo("{\"street\":\"Ring\",\"street-number\":\"1\",\"zip\":\"1012 JS\",\"city\":\"Amsterdam\","
                        + "\"country\":\"BE\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "vat,    DE1234567, Could not validate VAT number",
        "vat,    XX123456789, Could not validate VAT number",
        "vat,    '', Could not validate VAT number",
        "locale, DE,        The locale is not an ISO 639-1 code",
        "locale, deu,       The locale is not an ISO 639-1 code",
        "locale, zz,        The locale is not an ISO 639-1 code",
        "locale, '',        The locale is not an ISO 639-1 code",
    })
    void gives_a_reason_for_a_wrong_value_and_changes_nothing(String member, String value, String reason) {
        JsonNode before = client.shown(PRIMARY);

        Answer answer = client.post(PRIMARY, Bodies.details().put(member, value));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(client.shown(PRIMARY)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Germany", "DEU", "XX", "de"})
    void gives_a_reason_for_a_wrong_country(String country) {
        ObjectNode details = Bodies.details();
        details.set("billing-address", Bodies.address(country));

        assertThat(client.post(PRIMARY, details).reason())
                .isEqualTo("The country of billing-address is not an ISO 3166-1 alpha-2 code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"address\":{\"street\":\"x\"}}",
                "{\"address\":{\"country\":null}}",
                "{\"address\":[]}",
                "{\"address\":\"x\"}",
                "{\"first-name\":1}",
                "{\"vat\":true}",
                "{\"phone\":{}}",
                "{\"address\":{\"country\":\"DE\",\"zip\":1}}",
                "{\"first-name\":\"\\ud800\"}",
                "[]",
                "null",
                "\"x\""
            })
    void refuses_misshapen_details_with_230(String details) {
        String body = HostileValues.replaced(
                Bodies.object(),
                "user-post-details",
                "{\"user\":{\"identifier-type\":\"username\",\"identifier\":\"" + PRIMARY.username() + "\",\"token\":\""
                        + PRIMARY.token() + "\"},\"details\":" + details + "}");

        assertThat(client.call(body).code()).isEqualTo(230);
    }

    @Test
    void reads_back_every_text_that_it_took_to_the_letter() {
        for (String name : List.of("first-name", "last-name", "billing-name", "social-security-number", "phone")) {
            for (String value : HostileValues.ALL) {
                String details = HostileValues.replaced(Bodies.object(), name, value);
                String body = HostileValues.replaced(
                                Bodies.post("username", PRIMARY.username(), PRIMARY.token(), Bodies.object()), "@", "1")
                        .replace("\"details\":{}", "\"details\":" + details)
                        .replace(",\"@\":1", "");
                Answer answer = client.call(body);

                assertThat(answer.code()).as(body).isIn(0, 230);
                if (answer.code() == 0) {
                    assertThat("{\"" + name + "\":" + client.shown(PRIMARY).path(name) + "}")
                            .isEqualTo(tools.jackson.databind.json.JsonMapper.shared()
                                    .readTree(details)
                                    .toString());
                }
            }
        }
    }

    @Test
    void answers_hostile_identifiers_as_documented() {
        for (String member : List.of("identifier-type", "identifier", "token")) {
            for (String value : HostileValues.ALL) {
                ObjectNode call = Bodies.get("username", PRIMARY.username(), PRIMARY.token());
                String user = HostileValues.replaced(
                        (ObjectNode) call.path("user-get-details").path("user"), member, value);

                Answer answer = client.call("{\"user-get-details\":{\"user\":" + user + "}}");

                assertThat(answer.code()).as(user).isIn(144, 145, 230);
                assertThat(answer.status()).isBetween(400, 499);
            }
        }
    }

    @Test
    void answers_other_methods_and_long_bodies_with_230() {
        assertThat(client.send("GET", "/api/v4/request", Client.KEY, "").status())
                .isEqualTo(405);
        assertThat(client.send("PUT", "/api/v4/request", Client.KEY, "{}").code())
                .isEqualTo(230);
        Answer answer = client.call("{\"x\":\"" + "x".repeat(2 << 20) + "\"}");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo(230);
    }
}
