package io.chargeproof.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.evcnet.NothingIsDone;
import io.chargeproof.evcnet.NothingIsDone.Refusals;
import io.chargeproof.oioi.AuthenticationIsRefused;
import io.chargeproof.oioi.CodeIsOneOf;
import io.chargeproof.oioi.ResultCode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParameterTypesTest {
    private final ParameterTypes words = new ParameterTypes();

    @Test
    void often_is_a_word_or_a_number() {
        assertThat(words.often("once")).isEqualTo(1);
        assertThat(words.often("twice")).isEqualTo(2);
        assertThat(words.often("12 times in a row")).isEqualTo(12);
    }

    @Test
    void a_reply_may_have_any_number_of_codes() {
        assertThat(words.reply("is refused with result code 230")).isEqualTo(codes(230));
        assertThat(words.reply("is refused with result code 210 or 220")).isEqualTo(codes(210, 220));
        assertThat(words.reply("is refused with result code 140, 144, 145 or 230"))
                .isEqualTo(codes(140, 144, 145, 230));
        assertThat(words.reply("is refused as an authentication failure")).isEqualTo(new AuthenticationIsRefused());
    }

    @Test
    void an_outcome_says_how_narrow_a_refusal_has_to_be() {
        assertThat(words.outcome("refused in any way")).isEqualTo(new NothingIsDone(Refusals.ANY));
        assertThat(words.outcome("refused without a server error"))
                .isEqualTo(new NothingIsDone(Refusals.NO_SERVER_ERROR));
        assertThat(words.outcome("refused in a documented way")).isEqualTo(new NothingIsDone(Refusals.DOCUMENTED));
    }

    private static CodeIsOneOf codes(int... codes) {
        return CodeIsOneOf.of(IntStream.of(codes).mapToObj(ResultCode::new).toList());
    }
}
