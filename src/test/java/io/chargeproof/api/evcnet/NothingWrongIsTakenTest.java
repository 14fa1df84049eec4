package io.chargeproof.api.evcnet;

import static io.chargeproof.api.evcnet.Exchanges.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Invariant.Judged;
import io.chargeproof.check.Judgement;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NothingWrongIsTakenTest {
    private final NothingWrongIsTaken check = new NothingWrongIsTaken();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no bytes | EVC-CREATE-5",
                "a trailing comma | EVC-CREATE-5",
                "null | EVC-CREATE-5",
                "email 'no-address' | EVC-CREATE-7",
                "invoice_email 'no-address' | EVC-CREATE-7",
                "country_code 'NLD' | EVC-CREATE-7",
                "send_email 'maybe' | EVC-CREATE-7",
                "time_zone 'Europe/Nowhereburg' | EVC-CREATE-7",
                "gender 'Q7' | EVC-CREATE-7"
            })
    void is_broken_by_a_create_that_is_taken(String wrong, String requirement) {
        assertThat(check.judge(answered(as(Exchanges.create(), wrong), 201)))
                .containsExactly(Judged.of(
                        requirement,
                        Judgement.broken("create with " + wrong + " isn't refused", "HTTP 400", "HTTP 201")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no bytes", "a trailing comma", "null"})
    void is_broken_by_an_update_that_is_taken(String wrong) {
        assertThat(check.judge(answered(as(Exchanges.update(), wrong), 200)))
                .containsExactly(Judged.of(
                        "EVC-UPDATE-6",
                        Judgement.broken("update with " + wrong + " isn't refused", "HTTP 400", "HTTP 200")));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 500})
    void leaves_to_others_how_they_are_refused(int status) {
        assertThat(check.judge(answered(as(Exchanges.create(), "no bytes"), status)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a byte-order mark",
                "deep nesting",
                "city 'Delft'",
                "email 'a@b'",
                "country_code 'NL'",
                "gender 'F'",
                "an empty string in email"
            })
    void says_nothing_of_what_may_be_taken(String variant) {
        assertThat(check.judge(answered(as(Exchanges.create(), variant), 200))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no bytes", "email 'no-address'"})
    void leaves_strangers_to_others(String wrong) {
        HttpRequest request = as(Exchanges.create(), wrong);
        HttpRequest stranger = request.withPurpose(request.purpose().with(RequestTrait.BAD_CREDENTIALS));

        assertThat(check.judge(answered(stranger, 200))).isEmpty();
    }

    private static HttpRequest as(HttpRequest request, String variant) {
        return request.withPurpose(request.purpose().as(variant));
    }
}
