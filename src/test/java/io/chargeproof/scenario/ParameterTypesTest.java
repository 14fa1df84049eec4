package io.chargeproof.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParameterTypesTest {
    private final ParameterTypes words = new ParameterTypes();

    @Test
    void often_is_a_word_or_a_number() {
        assertThat(words.often("once")).isEqualTo(1);
        assertThat(words.often("twice")).isEqualTo(2);
        assertThat(words.often("12 times in a row")).isEqualTo(12);
    }
}
