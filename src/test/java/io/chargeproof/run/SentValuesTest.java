package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.redaction.Redactor;
import io.chargeproof.redaction.RequestRedactor;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command whose token nobody can make of a secret can't be sent again. */
class SentValuesTest {
    private static final Map<String, String> SECRETS = Map.of("s3cret-token-of-a-user", "OIOI_PRIMARY_TOKEN");

    /** Such as stand in every copy, what the profile says of users, what scenarios say they send, and hostile values. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%",
                "null",
                "undefined",
                "ann",
                "04E12345",
                "nobodys-token-anywhere",
                "\\u006eobodys-token-anywhere",
                "../../etc/passwd"
            })
    void are_shown_where_they_are_no_secrets(String token) {
        String body = "{\"user-get-details\":{\"user\":{\"identifier\":\"anna\",\"token\":\"" + token + "\"}}}";

        assertThat(redactor().redact(body)).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret-token-of-a-user", "another-token-of-somebody"})
    void are_not_shown_where_they_may_be_secrets(String token) {
        String body = "{\"user-get-details\":{\"user\":{\"identifier\":\"anna\",\"token\":\"" + token + "\"}}}";

        assertThat(redactor().redact(body)).doesNotContain(token);
    }

    /** So that a command can make the very value again. */
    @ParameterizedTest
    @CsvSource({
        "s3cret-token-of-a-user, ${OIOI_PRIMARY_TOKEN}",
        "s3cret-token-of-a-use,  ${OIOI_PRIMARY_TOKEN%?}",
        "3cret-token-of-a-user,  ${OIOI_PRIMARY_TOKEN#?}",
        "S3CRET-TOKEN-OF-A-USER, ${OIOI_PRIMARY_TOKEN:other-case}"
    })
    void say_what_was_made_of_a_secret(String token, String shown) {
        String body = "{\"user-get-details\":{\"user\":{\"identifier\":\"anna\",\"token\":\"%s\"}}}";

        assertThat(redactor().redact(body.formatted(token))).isEqualTo(body.formatted(shown));
    }

    private static RequestRedactor redactor() {
        return new SentValues(Targeted.PROFILE, Set.of("nobodys-token-anywhere"))
                .redactor(Redactor.of(SECRETS), SECRETS);
    }
}
