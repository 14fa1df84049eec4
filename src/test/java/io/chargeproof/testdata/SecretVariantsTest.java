package io.chargeproof.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretVariantsTest {
    @ParameterizedTest
    @CsvSource({
        "0123456789,   1234567890",
        "0189abcdef,   1290bcdefa",
        "ABCDEF,       BCDEFA",
        "azgAZG,       bahBAH",
        "a-b_c.d/e+f=, b-c_d.e/f+a="
    })
    void are_others_of_the_same_kinds_of_characters(String secret, String other) {
        assertThat(SecretVariants.other(secret)).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({"abcdef, abcde", "x, ''"})
    void are_cut_short_by_one(String secret, String shorter) {
        assertThat(SecretVariants.cutShort(secret)).isEqualTo(shorter);
    }

    @ParameterizedTest
    @CsvSource({"aBc-1, AbC-1", "0123-456, 0123-456"})
    void are_in_the_other_letter_case(String secret, String other) {
        assertThat(SecretVariants.otherCase(secret)).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({"1, a", "2, b", "26, z", "27, aa", "52, az", "53, ba", "702, zz", "703, aaa"})
    void count_in_letters(int number, String letters) {
        assertThat(Letters.of(number)).isEqualTo(letters);
    }

    @Test
    void count_in_letters_without_repeating_any() {
        assertThat(IntStream.rangeClosed(1, 2_000).mapToObj(Letters::of)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void count_from_1(int number) {
        assertThatThrownBy(() -> Letters.of(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("only positive numbers have letters, not " + number);
    }
}
