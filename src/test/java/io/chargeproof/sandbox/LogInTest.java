package io.chargeproof.sandbox;

import static io.chargeproof.sandbox.UserDeviation.PRIMARY;
import static io.chargeproof.sandbox.UserDeviation.SECONDARY;
import static io.chargeproof.sandbox.UserDeviation.get;
import static io.chargeproof.sandbox.UserDeviation.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Client.Answer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Logging in at the sandbox, as it is and as it may differ. */
class LogInTest {
    private static final String TOKEN = PRIMARY.token();
    private static final String PASSWORD = PRIMARY.password();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"username\":\"U\",\"password\":\"P\",\"is-token\":false                     | 200 | 0",
                "\"username\":\"U\",\"password\":\"P\"                                        | 200 | 0",
                "\"username\":\"U\",\"password\":\"P\",\"is-token\":false,\"language\":\"en\"   | 200 | 0",
                "\"username\":\"U\",\"password\":\"T\",\"is-token\":true                      | 200 | 0",
                "\"username\":\"U\",\"password\":\"T\",\"is-token\":false                     | 401 | 141",
                "\"username\":\"U\",\"password\":\"P\",\"is-token\":true                      | 401 | 145",
                "\"username\":\"U\",\"password\":\"p\",\"is-token\":false                     | 401 | 141",
                "\"username\":\"u\",\"password\":\"P\",\"is-token\":false                     | 401 | 144",
                "\"username\":\"U\",\"password\":\"P\",\"is-token\":\"false\"                 | 400 | 230",
                "\"username\":\"U\",\"password\":7,\"is-token\":false                         | 400 | 230",
                "\"username\":\"U\",\"password\":\"P\",\"is-token\":false,\"language\":\"ENG\"  | 400 | 230",
                "\"username\":\"\",\"password\":\"P\"                                         | 400 | 230",
                "\"password\":\"P\"                                                         | 400 | 230"
            })
    void gives_the_token_for_the_password(String members, int status, int code) {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            Answer answer = new Client(sandbox)
                    .call("{\"user-verify\":{"
                            + members.replace("\"U\"", "\"" + PRIMARY.username() + "\"")
                                    .replace("\"P\"", "\"" + PASSWORD + "\"")
                                    .replace("\"T\"", "\"" + TOKEN + "\"")
                            + "}}");

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.code()).isEqualTo(code);
            assertThat(token(answer)).isEqualTo(code == 0 ? TOKEN : null);
        }
    }

    @ParameterizedTest
    @MethodSource("defects")
    void shows_a_defect_and_nothing_of_it_without(UserDeviation deviation) {
        deviation.isOfTheDefectAlone();
    }

    static Stream<UserDeviation> defects() {
        return Stream.of(
                of("oioi-log-in-refuses-right-password", client -> right(client).code() == 141),
                of("oioi-log-in-crashes", client -> right(client).status() == 500),
                of("oioi-log-in-without-token", client -> right(client).code() == 0 && token(right(client)) == null),
                of("oioi-log-in-token-null", client -> right(client).text().contains("\"token\":null")),
                of("oioi-log-in-token-empty", client -> "".equals(token(right(client)))),
                of("oioi-log-in-token-number", client -> right(client).text().contains("\"token\":4711")),
                of(
                        "oioi-log-in-token-beside-user",
                        client -> right(client).json().at("/token").isString()),
                of(
                        "oioi-log-in-token-of-nobody",
                        client -> get(client, "username", PRIMARY.username(), token(right(client)))
                                        .code()
                                == 145),
                of("oioi-log-in-token-of-another", client -> SECONDARY.token().equals(token(right(client)))),
                of("oioi-password-not-checked", client -> wrong(client).code() == 0),
                of(
                        "oioi-end-of-password-not-checked",
                        client -> logIn(client, PRIMARY.username(), PASSWORD + "x")
                                                .code()
                                        == 0
                                && wrong(client).code() == 141),
                of("oioi-token-for-wrong-password", client -> token(wrong(client)) != null),
                of("oioi-wrong-password-malformed", client -> wrong(client).code() == 230),
                of("oioi-log-in-of-nobody", client -> unknown(client).code() == 0),
                of("oioi-token-for-unknown-username", client -> token(unknown(client)) != null),
                of("oioi-unknown-log-in-malformed", client -> unknown(client).code() == 230),
                of(
                        "oioi-log-in-shows-password",
                        client -> right(client).json().at("/user/password").isString()),
                of(
                        "oioi-log-in-message-shows-password",
                        client -> right(client)
                                .json()
                                .at("/result/message")
                                .asString()
                                .contains(PASSWORD)));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void shows_a_variant_and_nothing_of_it_without(UserDeviation deviation) {
        deviation.isOfTheVariantAlone();
    }

    static Stream<UserDeviation> variants() {
        return Stream.of(
                of("oioi-log-in-not-offered", client -> right(client).code() == 230),
                of("oioi-log-in-not-allowed", client -> right(client).status() == 403 && token(right(client)) == null),
                of("oioi-log-in-unknown-is-140", client -> right(client).code() == 140),
                of(
                        "oioi-log-in-shows-more",
                        client -> right(client).json().at("/user/email").isString()),
                of(
                        "oioi-log-in-failures-140",
                        client -> wrong(client).code() == 140 && unknown(client).code() == 140),
                of(
                        "oioi-password-in-any-case",
                        client -> logIn(client, PRIMARY.username(), PASSWORD.toUpperCase(java.util.Locale.ROOT))
                                        .code()
                                == 0),
                of("oioi-log-in-unknown-141", client -> unknown(client).code() == 141),
                of("oioi-log-in-by-token-refused", client -> byToken(client).code() == 230),
                of(
                        "oioi-log-in-gives-new-token",
                        client -> isAnother(client) && client.get(PRIMARY).code() == 0),
                of(
                        "oioi-log-in-ends-older-tokens",
                        client -> isAnother(client) && client.get(PRIMARY).code() == 145),
                of(
                        "oioi-log-in-without-language",
                        client -> client.call(call(PRIMARY.username(), PASSWORD, "en"))
                                        .code()
                                == 230));
    }

    /** Whether a log-in gives another token than before, which authenticates the user. */
    private static boolean isAnother(Client client) {
        String first = token(right(client));
        String second = token(right(client));
        return second != null
                && !second.equals(first)
                && !second.equals(TOKEN)
                && get(client, "username", PRIMARY.username(), second).code() == 0;
    }

    private static Answer right(Client client) {
        return logIn(client, PRIMARY.username(), PASSWORD);
    }

    private static Answer wrong(Client client) {
        return logIn(client, PRIMARY.username(), "swordfish");
    }

    private static Answer unknown(Client client) {
        return logIn(client, "nobody@drivers.example.com", "swordfish");
    }

    private static Answer byToken(Client client) {
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        call.putObject("user-verify")
                .put("username", PRIMARY.username())
                .put("password", TOKEN)
                .put("is-token", true);
        return client.call(call.toString());
    }

    private static Answer logIn(Client client, String username, String password) {
        return client.call(call(username, password, null));
    }

    private static String call(String username, String password, @Nullable String language) {
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        ObjectNode members = call.putObject("user-verify")
                .put("username", username)
                .put("password", password)
                .put("is-token", false);
        if (language != null) {
            members.put("language", language);
        }
        return call.toString();
    }

    private static @Nullable String token(Answer answer) {
        return answer.json().at("/user/token").stringValueOpt().orElse(null);
    }
}
