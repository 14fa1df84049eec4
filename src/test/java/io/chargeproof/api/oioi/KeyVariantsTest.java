package io.chargeproof.api.oioi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyVariantsTest {
    private static final String HEADER = "Authorization";

    @ParameterizedTest
    @CsvSource({
        "a wrong key, key=bA20-aA",
        "a key cut short, key=aZ19-f",
        "a key with more at its end, key=aZ19-fFx1",
        "a key with more before it, key=x1aZ19-fF",
        "a key with another last character, key=aZ19-fA",
        "a key with another first character, key=bZ19-fF",
        "a key in the other letter case, key=Az19-Ff",
        "a wildcard for a key, key=%",
        "an empty key, key=",
        "a wrong key as Bearer, Bearer bA20-aA"
    })
    void are_written_in_the_header_and_told_in_the_purpose(String name, String value) {
        HttpRequest request = Exchanges.read();

        assertThat(KeyVariants.apply(name, request, "aZ19-fF"))
                .contains(request.withHeaders(request.headers().with(HEADER, value))
                        .withPurpose(request.purpose().as(name).with(RequestTrait.BAD_CREDENTIALS)));
    }

    @Test
    void may_be_left_out() {
        HttpRequest request = Exchanges.post();
        HttpRequest keyless =
                KeyVariants.apply("no Authorization header", request, "aZ19-fF").orElseThrow();

        assertThat(request.headers().first(HEADER)).contains("key=" + Exchanges.KEY);
        assertThat(keyless)
                .isEqualTo(request.withHeaders(request.headers().without(HEADER))
                        .withPurpose(
                                request.purpose().as("no Authorization header").with(RequestTrait.BAD_CREDENTIALS)));
    }

    @Test
    void are_none_in_the_other_letter_case_where_a_key_has_no_letters() {
        assertThat(KeyVariants.apply("a key in the other letter case", Exchanges.read(), "0123-456"))
                .isEmpty();
        assertThat(KeyVariants.apply("a key cut short", Exchanges.read(), "0123-456"))
                .isPresent();
    }

    @Test
    void of_an_unknown_name_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyVariants.apply("a wrong kea", Exchanges.read(), "secret"))
                .withMessage("no key is called 'a wrong kea'");
    }
}
