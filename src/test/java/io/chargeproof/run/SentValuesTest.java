package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.redaction.Redactor;
import io.chargeproof.redaction.RequestRedactor;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command whose token nobody can make of a secret can't be sent again. */
class SentValuesTest {
    private static final Map<String, String> SECRETS = Map.of("s3cret-token-of-a-user", "OIOI_PRIMARY_TOKEN");

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "null", "undefined"})
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

    private static RequestRedactor redactor() {
        return new SentValues(Targeted.PROFILE, Set.of()).redactor(Redactor.of(SECRETS), SECRETS);
    }
}
