package io.chargeproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Client.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class CustomerApiTest {
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.correct());
    private final Client client = new Client(SANDBOX);

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Test
    void creates_a_customer_of_all_documented_members() {
        Answer answer = client.create(Bodies.customer().toString());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.json().path("data").path("customer_id").isIntegralNumber())
                .isTrue();
    }

    @Test
    void gives_each_customer_an_id_of_its_own_that_put_takes() {
        long first = client.created();
        long second = client.created();

        assertThat(first).isNotEqualTo(second);
        assertThat(client.put(first, "{}").status()).isEqualTo(200);
        assertThat(client.put(second, "{\"first_name\":\"Ann\"}").status()).isEqualTo(200);
        assertThat(client.put(second, "{\"first_name\":\"Ann\"}").status()).isEqualTo(200);
    }

    @Test
    void takes_truth_as_a_boolean_and_as_a_string() {
        ObjectNode body = Bodies.customer();
        Bodies.TRUTHS.forEach(name -> body.put(name, "true"));
        assertThat(client.create(body.toString()).status()).isEqualTo(200);
        Bodies.TRUTHS.forEach(name -> body.put(name, true));
        assertThat(client.create(body.toString()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "email,            no-at-sign,       is not an email address",
        "invoice_email,    no-at-sign,       is not an email address",
        "country_code,     NLD,              is not an ISO 3166-1 alpha-2 code",
        "invoice_country_code, nl,           is not an ISO 3166-1 alpha-2 code",
        "receive_newsletters, maybe,         is neither true nor false",
        "send_email,       maybe,            is neither true nor false",
        "time_zone,        Mars/Olympus,     is not a time zone",
        "gender,           Q7,               'is not one of F, M, X, O, U'",
    })
    void refuses_a_plainly_invalid_value(String member, String value, String problem) {
        Answer answer = client.create(Bodies.customer().put(member, value).toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .isEqualTo(
                        "{\"status\":\"error\",\"message\":\"Generic error\",\"data\":[{\"field\":\"%s\",\"error\":\"%s\"}]}",
                        member, problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jürgen", "Żółć", "Ångström", "山田", "😀", "<b>x</b>", "' OR 1=1 --", "${7*7}"})
    void takes_names_of_any_letters(String name) {
        assertThat(client.create(Bodies.customer().put("last_name", name).toString())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "\"x\"",
                "null",
                "1",
                "{",
                "{\"a\":1,}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{} {}",
                "{}x",
                "{\"a\":\"\t\"}",
                "{/**/}",
                "{\"a\":1}}",
                "{\"a\" 1}"
            })
    void refuses_what_is_not_a_json_object(String body) {
        for (Answer answer : new Answer[] {client.create(body), client.put(client.created(), body)}) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("data").path(0).path("field").asString())
                    .isEqualTo("body");
        }
    }

    @Test
    void refuses_bytes_that_are_not_utf_8() {
        byte[] latin = "{\"first_name\":\"Jürgen\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = "{\"first_name\":\"Ann\"}".getBytes(StandardCharsets.UTF_16LE);

        assertThat(client.send("POST", "/api/rest/customer", Client.TOKEN, latin)
                        .status())
                .isEqualTo(400);
        assertThat(client.send("POST", "/api/rest/customer", Client.TOKEN, wide).status())
                .isEqualTo(400);
    }

    @Test
    void answers_every_hostile_value_of_every_member_as_documented() {
        long id = client.created();
        for (String name : Bodies.customer().propertyNames()) {
            for (String value : HostileValues.ALL) {
                String body = "{\"" + name + "\":" + value + "}";
                assertThat(client.put(id, body).status()).as(body).isIn(200, 400);
                assertThat(client.create(HostileValues.replaced(Bodies.customer(), name, value))
                                .status())
                        .as(body)
                        .isIn(200, 400);
            }
        }
    }

    @Test
    void refuses_a_body_over_a_mebibyte_with_413() {
        String body = "{\"info\":\"" + "x".repeat(3 << 20) + "\"}";

        Answer answer = client.create(body);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("data").path(0).path("error").asString()).isEqualTo("is longer than 1 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token %s", "token %s", "TOKEN  %s"})
    void admits_the_token_in_either_case(String form) {
        assertThat(authorized(form).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Token",
                "Token ",
                "Token wrong",
                "Bearer %s",
                "Bearer wrong",
                "%s",
                "Basic dXNlcjp4",
                "Token %sx",
                "Token %s x"
            })
    void refuses_any_other_authorization(String form) {
        Answer answer = authorized(form);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text())
                .isEqualTo("{\"status\":\"error\",\"message\":\"Incorrect API key\","
                        + "\"data\":[{\"field\":\"Authorization\",\"error\":\"bears no valid token\"}]}");
    }

    private Answer authorized(String form) {
        String value = form.replace("%s", Client.TOKEN.substring("Token ".length()));
        return client.send(
                "POST", "/api/rest/customer", value, Bodies.customer().toString());
    }

    @Test
    void judges_the_token_before_the_body_and_the_id() {
        assertThat(client.send("POST", "/api/rest/customer", null, "{").status())
                .isEqualTo(403);
        assertThat(client.send("PUT", "/api/rest/customer/abc", "Token wrong", "{")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1999999",
                "9999999",
                "999999999999999999",
                "abc",
                "0",
                "-1",
                "%2e%2e%2f",
                "..%2Fcustomer",
                "%2e%2e/x",
                "%ff",
                "%00",
                "1e3",
                "0x1",
                "%F0%9F%98%80",
                "12%2F34",
                "1;2"
            })
    void refuses_an_id_that_no_customer_has(String id) {
        Answer answer = client.put(id, "{\"first_name\":\"Ann\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("data").path(0).path("field").asString()).isEqualTo("customerId");
    }

    @Test
    void refuses_an_id_of_two_hundred_digits() {
        assertThat(client.put("9".repeat(200), "{}").status()).isEqualTo(400);
    }

    @Test
    void decodes_the_path() {
        String id = Long.toString(client.created());
        String encoded = "%" + Integer.toHexString(id.charAt(0)) + id.substring(1);

        assertThat(client.send("PUT", "/api/rest/c%75stomer/" + encoded, Client.TOKEN, "{}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/rest/customer,         POST",
        "PUT,    /api/rest/customer,         POST",
        "PATCH,  /api/rest/customer/1000001, PUT",
        "GET,    /api/rest/customer/1000001, PUT",
        "DELETE, /api/rest/customer/1000001, PUT",
        "POST,   /api/rest/customer/1000001, PUT",
    })
    void offers_no_other_method(String method, String path, String allowed) {
        Answer answer = client.send(method, path, Client.TOKEN, "{}");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains(allowed);
        assertThat(answer.json().path("message").asString()).isEqualTo("Method not allowed");
    }

    @Test
    void attaches_cards_to_one_customer_and_keeps_them_there() {
        long first = client.created();
        long second = client.created();
        String two = Bodies.cards("NL-CP000001-A1", "NL-CP000002-A1").toString();

        assertThat(client.put(first, two).status()).isEqualTo(200);
        assertThat(client.put(first, two).status()).isEqualTo(200);
        assertThat(client.put(second, two).text()).contains("has a card that another customer has");
        assertThat(client.put(
                                second,
                                Bodies.cards("NL-CP000003-A1", "NL-CP000003-A1").toString())
                        .status())
                .isEqualTo(200);
        assertThat(client.put(second, "{\"card_list\":[]}").status()).isEqualTo(200);
    }

    @Test
    void attaches_none_of_the_cards_where_one_is_unknown() {
        long first = client.created();
        long second = client.created();

        assertThat(client.put(
                                first,
                                Bodies.cards("NL-CP000004-A1", "NL-UNKNOWN-A1").toString())
                        .text())
                .contains("has a card that isn't known");
        assertThat(client.put(second, Bodies.cards("NL-CP000004-A1").toString()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "\"NL-CP000005-A1\"",
                "[\"NL-CP000005-A1\"]",
                "[null]",
                "[{}]",
                "[{\"card_external_id\":null}]",
                "[{\"card_external_id\":\"\"}]",
                "[{\"card_external_id\":5}]",
                "[[]]"
            })
    void refuses_a_misshapen_card_list(String list) {
        Answer answer = client.put(client.created(), "{\"card_list\":" + list + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("data").path(0).path("field").asString()).isEqualTo("card_list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "2147483647", "x", ""})
    void takes_any_request_id_and_none(String requestId) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(SANDBOX.baseUrl() + "/api/rest/customer"))
                .header("Authorization", Client.TOKEN)
                .header("X-Request-ID", requestId)
                .header("x-api-version", "1.1.1")
                .POST(HttpRequest.BodyPublishers.ofString(Bodies.customer().toString()))
                .build();

        assertThat(Client.sent(request).status()).isEqualTo(200);
    }

    @Test
    void never_repeats_a_password_or_the_token() {
        String token = Client.TOKEN.substring("Token ".length());
        ObjectNode body = Bodies.customer().put("password", "p4ss-w0rd!").put("email", "wrong " + token);

        assertThat(client.create(body.toString()).text()).doesNotContain("p4ss-w0rd!", token);
    }

    @Test
    void answers_404_elsewhere() {
        assertThat(client.send("POST", "/elsewhere", null, "{}").status()).isEqualTo(404);
    }
}
