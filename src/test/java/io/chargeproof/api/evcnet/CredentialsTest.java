package io.chargeproof.api.evcnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
    private static final String HEADER = "Authorization";

    @ParameterizedTest
    @CsvSource({
        "the token, Token aZ19-fF",
        "the scheme in lower case, token aZ19-fF",
        "a wrong token, Token bA20-aA",
        "a token cut short, Token aZ19-f",
        "a token with more at its end, Token aZ19-fFx1",
        "a token with more before it, Token x1aZ19-fF",
        "a token in the other letter case, Token Az19-Ff",
        "a wildcard for a token, Token %",
        "an empty token, Token",
        "a wrong token as Bearer, Bearer bA20-aA",
        "a name and a password as Basic, Basic Y2hhcmdlcHJvb2Y6Y2hhcmdlcHJvb2Y=",
        "the token as Basic, Basic YVoxOS1mRjo=",
        "the token as Bearer, Bearer aZ19-fF",
        "the bare token, aZ19-fF"
    })
    void are_written_in_the_header(String name, String value) {
        HttpRequest request = Exchanges.create();

        assertThat(Credentials.apply(name, request, "aZ19-fF").map(HttpRequest::headers))
                .contains(request.headers().with(HEADER, value));
        assertThat(Credentials.names()).contains(name);
    }

    @Test
    void may_be_left_out() {
        HttpRequest request = Exchanges.create();

        assertThat(Credentials.apply("no Authorization header", request, "aZ19-fF")
                        .map(HttpRequest::headers))
                .contains(request.headers().without(HEADER));
    }

    @Test
    void change_nothing_else_and_are_told_in_the_purpose() {
        HttpRequest request = Exchanges.update();
        HttpRequest other =
                Credentials.apply("a wrong token", request, "secret").orElseThrow();

        assertThat(other)
                .isEqualTo(request.withHeaders(request.headers().with(HEADER, "Token tfdsfu"))
                        .withPurpose(request.purpose().as("a wrong token").with(RequestTrait.BAD_CREDENTIALS)));
        assertThat(other.purpose().inWords()).isEqualTo("update with a wrong token");
    }

    @Test
    void have_no_other_letter_case_where_a_token_has_no_letters() {
        assertThat(Credentials.apply("a token in the other letter case", Exchanges.create(), "0123-456"))
                .isEmpty();
        assertThat(Credentials.apply("the token", Exchanges.create(), "0123-456")
                        .map(HttpRequest::headers)
                        .flatMap(headers -> headers.first(HEADER)))
                .contains("Token 0123-456");
    }

    @Test
    void are_never_the_valid_ones_under_a_wrong_name() {
        for (String name : Credentials.names().subList(2, Credentials.names().size())) {
            Optional<String> sent = Credentials.apply(name, Exchanges.create(), "0123456")
                    .map(HttpRequest::headers)
                    .flatMap((Headers headers) -> headers.first(HEADER));

            assertThat(sent).isNotEqualTo(Optional.of("Token 0123456"));
        }
    }

    @Test
    void say_which_names_there_are() {
        assertThatThrownBy(() -> Credentials.apply("a wrong tokn", Exchanges.create(), "secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "no credentials are called 'a wrong tokn'; write one of: no Authorization header, the token,"
                                + " the scheme in lower case, a wrong token, a token cut short,"
                                + " a token without its first character, a token with more at its end,"
                                + " a token with more before it, a token with another last character,"
                                + " a token with another first character,"
                                + " a token in the other letter case, a wildcard for a token, the word null for a token,"
                                + " an empty token, a wrong token as Bearer,"
                                + " a name and a password as Basic, the token as Basic,"
                                + " the token as a Basic password, the token as Bearer, the bare token");
    }
}
