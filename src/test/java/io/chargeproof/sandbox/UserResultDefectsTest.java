package io.chargeproof.sandbox;

import static io.chargeproof.sandbox.UserDeviation.PRIMARY;
import static io.chargeproof.sandbox.UserDeviation.SECONDARY;
import static io.chargeproof.sandbox.UserDeviation.get;
import static io.chargeproof.sandbox.UserDeviation.of;
import static io.chargeproof.sandbox.UserDeviation.post;
import static io.chargeproof.sandbox.UserDeviation.posted;
import static io.chargeproof.sandbox.UserDeviation.withKey;

import io.chargeproof.sandbox.Client.Answer;
import io.chargeproof.sandbox.oioi.UserTestData;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class UserResultDefectsTest {
    private static final String KEY = Client.KEY;

    @ParameterizedTest
    @MethodSource({"results", "codes", "keys"})
    void shows_a_defect_and_nothing_of_it_without(UserDeviation deviation) {
        deviation.isOfTheDefectAlone();
    }

    static Stream<UserDeviation> results() {
        return Stream.of(
                of(
                        "oioi-code-missing-on-post",
                        client -> !result(change(client)).has("code")),
                of(
                        "oioi-code-null-on-success",
                        client -> result(client.get(PRIMARY)).path("code").isNull()),
                of(
                        "oioi-code-false-for-zero",
                        client -> result(client.get(PRIMARY)).path("code").isBoolean()),
                of(
                        "oioi-message-missing-on-failure",
                        client -> !result(client.call("{}")).has("message")),
                of(
                        "oioi-message-is-the-code",
                        client -> result(client.call("{}")).path("message").isNumber()),
                of(
                        "oioi-messages-in-list",
                        client -> result(client.call("{}")).path("message").isArray()),
                of(
                        "oioi-refusals-with-null-error",
                        client -> client.call("{}").text().equals("{\"error\":null}")),
                of(
                        "oioi-refusals-have-an-error-alone",
                        client -> wrongToken(client)
                                .text()
                                .equals("{\"error\":\"Authentication failed: User token not valid\"}")),
                of(
                        "oioi-malformed-has-an-error-object",
                        client -> client.call("{}").json().at("/error/detail").isString()),
                of(
                        "oioi-refused-key-has-an-error-alone",
                        client -> withKey(client, "key=x").text().equals("{\"error\":\"Invalid API key\"}")),
                of(
                        "oioi-wrong-token-is-a-bad-request",
                        client -> wrongToken(client).status() == 400),
                of(
                        "oioi-result-missing-on-get",
                        client -> !client.get(PRIMARY).json().has("result")),
                of(
                        "oioi-result-null-beside-reason",
                        client -> result(posted(client, "vat", "DE1")).isNull()),
                of("oioi-result-is-a-text", client -> result(change(client)).isString()),
                of("oioi-result-in-list", client -> result(client.call("{}")).isArray()),
                of(
                        "oioi-result-below-the-call",
                        client -> change(client)
                                .json()
                                .at("/user-post-details/result")
                                .has("code")),
                of(
                        "oioi-success-says-nothing",
                        client -> message(client.get(PRIMARY)).isEmpty()),
                of(
                        "oioi-failures-say-blank",
                        client -> message(client.call("{}")).isBlank()),
                of(
                        "oioi-wrong-token-says-email",
                        client -> message(wrongToken(client)).contains("Email")),
                of(
                        "oioi-malformed-says-authentication",
                        client -> message(client.call("{}")).contains("Auth")),
                of(
                        "oioi-refused-key-says-token",
                        client -> message(withKey(client, "key=x")).contains("token")));
    }

    static Stream<UserDeviation> codes() {
        return Stream.of(
                of(
                        "oioi-missing-token-141",
                        client -> get(client, "rfid", PRIMARY.rfid(), null).code() == 141),
                of(
                        "oioi-post-without-token-220",
                        client -> post(client, "rfid", PRIMARY.rfid(), null).code() == 220),
                of("oioi-wrong-vat-101", client -> posted(client, "vat", "DE1").code() == 101),
                of("oioi-malformed-102", client -> client.call("{}").code() == 102),
                of(
                        "oioi-refused-details-999",
                        client -> posted(client, "vat", 1).code() == 999),
                of("oioi-refused-key-401", client -> withKey(client, "key=x").code() == 401),
                of("oioi-codes-are-statuses", client -> client.call("{}").code() == 400),
                of("oioi-post-succeeds-with-1", client -> change(client).code() == 1),
                of("oioi-refused-key-145", client -> withKey(client, "key=x").code() == 145),
                of("oioi-missing-key-140", client -> withKey(client, null).code() == 140),
                of("oioi-missing-key-230", client -> withKey(client, null).code() == 230),
                of("oioi-malformed-140", client -> client.call("[]").code() == 140),
                of(
                        "oioi-unknown-call-145",
                        client -> client.call("{\"user-delete\":{}}").code() == 145),
                of("oioi-empty-body-144", client -> client.call("").code() == 144),
                of(
                        "oioi-unknown-user-145",
                        client -> get(client, "username", "nobody", "x").code() == 145),
                of(
                        "oioi-unknown-user-on-post-230",
                        client -> post(client, "username", "nobody", "x").code() == 230),
                of("oioi-wrong-token-144", client -> wrongToken(client).code() == 144),
                of(
                        "oioi-unknown-rfid-180",
                        client -> get(client, "rfid", "00000000", "x").code() == 180),
                of(
                        "oioi-unknown-evco-id-190",
                        client -> get(client, "evco-id", "DE*XXX*000000", "x").code() == 190),
                of(
                        "oioi-unknown-token-230",
                        client -> post(client, "token", "nobody", null).code() == 230));
    }

    static Stream<UserDeviation> keys() {
        return Stream.of(
                of("oioi-missing-key-taken", client -> withKey(client, null).code() == 0),
                of("oioi-any-key-taken", client -> withKey(client, "key=x").code() == 0),
                of("oioi-empty-key-taken", client -> withKey(client, "key=").code() == 0),
                of(
                        "oioi-start-of-key-taken",
                        client -> withKey(client, KEY.substring(0, 20)).code() == 0),
                of("oioi-key-by-wildcard", client -> withKey(client, "key=%").code() == 0),
                of(
                        "oioi-key-with-a-head-taken",
                        client -> withKey(client, KEY.replace("key=", "key=x")).code() == 0),
                of("oioi-longer-key-taken", client -> withKey(client, KEY + "x").code() == 0),
                of(
                        "oioi-key-without-case",
                        client -> withKey(client, KEY.toUpperCase(Locale.ROOT)).code() == 0),
                of(
                        "oioi-key-remembered",
                        client -> client.get(PRIMARY).code()
                                        + withKey(client, null).code()
                                == 0),
                of(
                        "oioi-refused-key-shows-user",
                        client -> withKey(client, "key=x").json().has("user")),
                of("oioi-token-in-user", client -> client.shown(PRIMARY).has("token")),
                of(
                        "oioi-token-in-cookie",
                        client -> client.get(PRIMARY).headers().map().toString().contains(PRIMARY.token())),
                of(
                        "oioi-right-token-in-message",
                        client -> message(wrongToken(client)).contains(PRIMARY.token())),
                of(
                        "oioi-token-in-reason",
                        client -> posted(client, "vat", "DE1").text().contains(PRIMARY.token())),
                of(
                        "oioi-token-returned-by-post",
                        client -> change(client).text().contains(PRIMARY.token())),
                of(
                        "oioi-request-echoed-on-failure",
                        client -> otherToken(client).text().contains(SECONDARY.token())),
                of(
                        "oioi-key-in-header",
                        client -> client.call("{}").headers().map().toString().contains(UserTestData.API_KEY)),
                of(
                        "oioi-key-in-503",
                        client -> Stream.generate(() -> client.call("{}").text())
                                .limit(4)
                                .anyMatch(text -> text.contains(UserTestData.API_KEY))),
                of(
                        "oioi-key-in-refusal",
                        client -> withKey(client, "key=x").text().contains(UserTestData.API_KEY)),
                of(
                        "oioi-wrong-token-shows-user",
                        client -> wrongToken(client).json().path("user").equals(client.shown(PRIMARY))),
                of(
                        "oioi-other-token-shows-its-owner",
                        client -> otherToken(client).json().path("user").equals(client.shown(SECONDARY))),
                of(
                        "oioi-unknown-rfid-shows-another",
                        client -> get(client, "rfid", "00000000", "x").json().has("user")));
    }

    private static Answer change(Client client) {
        return client.post(PRIMARY, Bodies.details());
    }

    private static Answer wrongToken(Client client) {
        return get(client, "username", PRIMARY.username(), "wrong");
    }

    private static Answer otherToken(Client client) {
        return get(client, "username", PRIMARY.username(), SECONDARY.token());
    }

    private static JsonNode result(Answer answer) {
        return answer.json().path("result");
    }

    private static String message(Answer answer) {
        return result(answer).path("message").asString("?");
    }
}
