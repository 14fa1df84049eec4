package io.chargeproof.api.oioi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UserParameterTypesTest {
    private final UserParameterTypes words = new UserParameterTypes();

    @Test
    void a_reply_may_have_any_number_of_codes() {
        assertThat(words.reply("is refused with result code 230")).isEqualTo(codes(230));
        assertThat(words.reply("is refused with result code 210 or 220")).isEqualTo(codes(210, 220));
        assertThat(words.reply("is refused with result code 140, 144, 145 or 230"))
                .isEqualTo(codes(140, 144, 145, 230));
        assertThat(words.reply("is refused as an authentication failure")).isEqualTo(new AuthenticationIsRefused());
    }

    private static CodeIsOneOf codes(int... codes) {
        return CodeIsOneOf.of(IntStream.of(codes).mapToObj(ResultCode::new).toList());
    }
}
