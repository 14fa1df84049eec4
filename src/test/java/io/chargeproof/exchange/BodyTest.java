package io.chargeproof.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BodyTest {
    @Test
    void keeps_a_long_text_in_little_room_and_gives_it_back() {
        String text = "{\"a\":1}" + " \t\r\n".repeat(16_384);
        Body body = Body.of(text);

        assertThat(body.text()).isEqualTo(text);
        assertThat(body.bytes()).hasSize(text.length());
        assertThat(body.size()).isEqualTo(text.length());
        assertThat(body.footprint()).isLessThan(1_000);
        assertThat(body).isEqualTo(Body.of(text)).hasSameHashCodeAs(Body.of(text));
        assertThat(body).isNotEqualTo(Body.of(text + " "));
    }

    @Test
    void keeps_as_it_is_what_packing_does_not_shorten() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        Body body = Body.of(noise);

        assertThat(body.bytes()).isEqualTo(noise).isNotSameAs(noise);
        assertThat(body.footprint()).isEqualTo(noise.length);
    }

    @Test
    void has_no_bytes_where_none_came() {
        assertThat(Body.of("")).isSameAs(Body.EMPTY);
        assertThat(Body.EMPTY.isEmpty()).isTrue();
    }
}
