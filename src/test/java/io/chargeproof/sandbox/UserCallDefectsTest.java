package io.chargeproof.sandbox;

import static io.chargeproof.sandbox.UserDeviation.PRIMARY;
import static io.chargeproof.sandbox.UserDeviation.SECONDARY;
import static io.chargeproof.sandbox.UserDeviation.get;
import static io.chargeproof.sandbox.UserDeviation.of;
import static io.chargeproof.sandbox.UserDeviation.post;

import io.chargeproof.sandbox.Client.Answer;
import io.chargeproof.sandbox.oioi.User;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class UserCallDefectsTest {
    private static final String CALL =
            Bodies.get("username", PRIMARY.username(), PRIMARY.token()).toString();

    @ParameterizedTest
    @MethodSource({"calls", "types", "lookups", "identifiers"})
    void shows_a_defect_and_nothing_of_it_without(UserDeviation deviation) {
        deviation.isOfTheDefectAlone();
    }

    static Stream<UserDeviation> calls() {
        return Stream.of(
                takes("oioi-unknown-call-succeeds", "{\"user-delete\":{}}"),
                takes("oioi-empty-object-succeeds", "{}"),
                takes("oioi-list-succeeds", "[]"),
                takes("oioi-bare-text-succeeds", "\"user-get-details\""),
                takes("oioi-empty-body-succeeds", ""),
                takes("oioi-call-names-without-case", CALL.replace("user-get-details", "User-Get-Details")),
                takes("oioi-call-names-with-underscores", CALL.replace("user-get-details", "user_get_details")),
                takes("oioi-trailing-comma-taken", CALL.replace("}}}", ",}}}")),
                takes("oioi-comments-taken", CALL + "// all"),
                takes("oioi-single-quotes-taken", CALL.replace('"', '\'')),
                takes("oioi-bare-names-taken", CALL.replace("\"user\"", "user")),
                takes(
                        "oioi-bare-control-characters-taken",
                        Bodies.post("token", PRIMARY.token(), null, UserDeviation.with("phone", "1"))
                                .toString()
                                .replace("\"Zoë", "\"\tZoë")),
                takes("oioi-text-after-call-taken", CALL + " x"),
                takes("oioi-missing-braces-taken", CALL.replace("}}}", "}")),
                breaks("oioi-malformed-500", "{"),
                breaks("oioi-unknown-call-500", "{\"user-delete\":{}}"),
                takes("oioi-first-of-two-calls", "{" + CALL.substring(1, CALL.length() - 1) + ",\"x\":{}}"),
                takes("oioi-last-of-two-calls", "{\"x\":{}," + CALL.substring(1)));
    }

    static Stream<UserDeviation> types() {
        return Stream.of(
                takes("oioi-token-in-list-taken", with("token", "[\"" + PRIMARY.token() + "\"]")),
                takes("oioi-token-in-object-taken", with("token", "{\"v\":\"" + PRIMARY.token() + "\"}")),
                takes("oioi-identifier-in-object-taken", with("identifier", "{\"v\":\"" + PRIMARY.username() + "\"}")),
                takes("oioi-type-in-list-taken", with("identifier-type", "[\"username\"]")),
                takes(
                        "oioi-user-in-list-taken",
                        CALL.replace("\"user\":{", "\"user\":[{").replace("}}}", "}]}}")),
                takes("oioi-user-as-text-taken", "{\"user-get-details\":{\"user\":\"" + PRIMARY.username() + "\"}}"),
                takes("oioi-true-is-the-token", with("token", "true")),
                takes("oioi-operator-is-the-token", with("token", "{\"$ne\":null}")),
                takes("oioi-number-is-the-token", with("token", "7")),
                takes("oioi-null-type-is-username", with("identifier-type", "null")),
                takes("oioi-true-is-username", with("identifier-type", "true")),
                breaks("oioi-null-identifier-500", with("identifier", "null")),
                breaks("oioi-number-identifier-500", with("identifier", "1")),
                breaks("oioi-list-token-500", with("token", "[]")),
                breaks("oioi-null-user-500", "{\"user-get-details\":{\"user\":null}}"),
                takes("oioi-missing-type-is-username", without("identifier-type")),
                takes("oioi-missing-identifier-by-token", without("identifier")),
                takes("oioi-empty-identifier-by-token", with("identifier", "\"\"")),
                takes("oioi-missing-user-is-the-first", "{\"user-get-details\":{}}"),
                takes("oioi-email-is-username", with("identifier-type", "\"email\"")),
                takes("oioi-empty-type-is-username", with("identifier-type", "\"\"")),
                takes("oioi-any-type-is-username", with("identifier-type", "\"id\"")),
                takes("oioi-types-without-case", with("identifier-type", "\"USERNAME\"")));
    }

    static Stream<UserDeviation> lookups() {
        String name = PRIMARY.username();
        String token = PRIMARY.token();
        return Stream.of(
                finds("oioi-username-not-compared", "username", "nobody", token),
                finds("oioi-start-of-username-suffices", "username", name.replaceFirst("^(....).*@", "$1@"), token),
                finds("oioi-longer-username-taken", "username", name.replace("@", "x@"), token),
                finds("oioi-unknown-user-signed-up", "username", "nobody", "x"),
                finds("oioi-token-without-case", "username", name, token.toUpperCase(Locale.ROOT)),
                finds("oioi-start-of-token-suffices", "username", name, token.substring(0, 8)),
                finds("oioi-username-with-a-head-taken", "username", "x" + name, token),
                finds("oioi-token-with-a-head-taken", "username", name, "x" + token),
                finds("oioi-longer-token-taken", "username", name, token + "x"),
                finds("oioi-length-of-token-suffices", "username", name, "x".repeat(token.length())),
                finds("oioi-end-of-token-ignored", "username", name, token.replaceFirst(".$", "x")),
                finds("oioi-username-suffices-for-a-token", "username", name, name),
                finds("oioi-token-injected", "username", name, "' OR '1'='1"),
                finds("oioi-word-for-a-token-taken", "username", name, "undefined"),
                finds("oioi-token-of-secondary-not-checked", "username", SECONDARY.username(), "x"),
                finds("oioi-token-not-checked-on-get", "username", name, "x"),
                of(
                        "oioi-token-not-checked-on-post",
                        client -> post(client, "username", name, "x").code() == 0),
                of("oioi-every-third-wrong-token-taken", UserCallDefectsTest::thirdIsTaken),
                finds("oioi-rfid-with-anybodys-token", "rfid", PRIMARY.rfid(), SECONDARY.token()),
                finds("oioi-evco-id-with-anybodys-token", "evco-id", PRIMARY.evcoId(), SECONDARY.token()),
                finds("oioi-username-with-anybodys-token", "username", name, SECONDARY.token()),
                finds("oioi-token-with-anybodys-token", "token", token, SECONDARY.token()),
                finds("oioi-other-token-decides", "rfid", PRIMARY.rfid(), SECONDARY.token()),
                finds("oioi-rfid-token-not-checked", "rfid", PRIMARY.rfid(), "x"),
                of(
                        "oioi-other-token-144",
                        client ->
                                get(client, "username", name, SECONDARY.token()).code() == 144),
                of(
                        "oioi-other-token-by-rfid-144",
                        client -> get(client, "rfid", PRIMARY.rfid(), SECONDARY.token())
                                        .code()
                                == 144),
                of(
                        "oioi-wrong-token-of-secondary-144",
                        client -> get(client, "username", SECONDARY.username(), "x")
                                        .code()
                                == 144),
                finds("oioi-operator-of-evco-id-suffices", "evco-id", "NL*CPF*999999", token),
                finds("oioi-unknown-evco-id-is-the-first", "evco-id", "DE*XXX*999999", "x"),
                finds("oioi-unknown-evco-id-by-token", "evco-id", "DE*XXX*999999", token),
                finds("oioi-start-of-rfid-suffices", "rfid", "04C0FFEE", token),
                finds("oioi-unknown-rfid-is-the-first", "rfid", "00000000", "x"),
                of(
                        "oioi-unknown-token-posts-nowhere",
                        client -> post(client, "token", "nobody", null).code() == 0));
    }

    static Stream<UserDeviation> identifiers() {
        return Stream.of(
                refuses("oioi-secondary-unknown-by-name", 144, "username", SECONDARY.username(), SECONDARY),
                of("oioi-user-without-address-unreadable", client -> {
                    UserDeviation.posted(client, "address", null);
                    return client.get(PRIMARY).code() == 100;
                }),
                of(
                        "oioi-get-without-user",
                        client -> !client.get(PRIMARY).json().has("user")),
                of("oioi-user-in-list", client -> client.shown(PRIMARY).isArray()),
                of(
                        "oioi-user-below-the-call",
                        client -> client.get(PRIMARY)
                                .json()
                                .at("/user-get-details/user")
                                .isObject()),
                refuses("oioi-evco-id-unknown-on-get", 140, "evco-id", PRIMARY.evcoId(), PRIMARY),
                refuses("oioi-evco-id-of-six-places-unknown", 140, "evco-id", SECONDARY.evcoId(), SECONDARY),
                refuses("oioi-evco-id-with-stars-unknown", 140, "evco-id", PRIMARY.evcoId(), PRIMARY),
                refuses("oioi-evco-id-token-refused-on-get", 145, "evco-id", PRIMARY.evcoId(), PRIMARY),
                refuses("oioi-rfid-no-type-on-get", 230, "rfid", PRIMARY.rfid(), PRIMARY),
                refuses("oioi-rfid-of-secondary-unknown", 140, "rfid", SECONDARY.rfid(), SECONDARY),
                of(
                        "oioi-evco-id-unknown-on-post",
                        client -> post(client, "evco-id", PRIMARY.evcoId(), PRIMARY.token())
                                        .code()
                                == 140),
                of(
                        "oioi-rfid-token-refused-on-post",
                        client -> post(client, "rfid", PRIMARY.rfid(), PRIMARY.token())
                                        .code()
                                == 145),
                of(
                        "oioi-token-no-type-on-post",
                        client -> post(client, "token", PRIMARY.token(), null).code() == 230),
                of(
                        "oioi-token-needed-twice",
                        client -> post(client, "token", PRIMARY.token(), null).code() == 145));
    }

    private static UserDeviation takes(String defect, String body) {
        return of(defect, client -> client.call(body).code() == 0);
    }

    private static UserDeviation breaks(String defect, String body) {
        return of(defect, client -> client.call(body).status() == 500);
    }

    private static UserDeviation finds(String defect, String type, String identifier, String token) {
        return of(defect, client -> get(client, type, identifier, token).code() == 0);
    }

    private static UserDeviation refuses(String defect, int code, String type, String identifier, User user) {
        return of(defect, client -> get(client, type, identifier, user.token()).code() == code);
    }

    private static boolean thirdIsTaken(Client client) {
        return Stream.generate(() -> get(client, "username", PRIMARY.username(), "x"))
                        .limit(3)
                        .map(Answer::code)
                        .reduce(0, (before, code) -> code)
                == 0;
    }

    private static String with(String member, String json) {
        ObjectNode call = Bodies.get("username", PRIMARY.username(), PRIMARY.token());
        return "{\"user-get-details\":{\"user\":"
                + HostileValues.replaced((ObjectNode) call.at("/user-get-details/user"), member, json) + "}}";
    }

    private static String without(String member) {
        ObjectNode call = Bodies.get("username", PRIMARY.username(), PRIMARY.token());
        ((ObjectNode) call.at("/user-get-details/user")).remove(member);
        return call.toString();
    }
}
