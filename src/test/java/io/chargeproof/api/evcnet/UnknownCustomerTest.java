package io.chargeproof.api.evcnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownCustomerTest {
    @ParameterizedTest
    @CsvSource({
        "123456789, 123499999",
        "1000010, 9999999",
        "4998, 9999",
        "1234567890123, 1234569999999",
        "550e8400-e29b-41d4-a716-446655440000, 550e8400-e29b-41d4-f999-999999999999",
        "C-00001042, C-00099999",
        "5F1C9A3BD2E4, 5F1C9A9FF9F9",
        "cust_8kQ2xYz1, cust_8zZ9zZz9",
        "11111111-agf-AGF, 11111111-fzf-FZF",
        "5xzz, 8xzz"
    })
    void is_like_a_known_one_with_high_digits(String known, String unknown) {
        assertThat(UnknownCustomer.like(known, Set.of(known), 0)).isEqualTo(unknown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789",
                "550e8400-e29b-41d4-a716-446655440000",
                "C-00001042",
                "5F1C9A3BD2E4",
                "CPx7k2m91",
                "999999999",
                "ffffffff-ffff-4fff-bfff-999999999999"
            })
    void has_the_length_and_the_kinds_of_characters_of_a_known_one(String known) {
        for (int variant = 0; variant < 10; variant++) {
            assertThat(kinds(UnknownCustomer.like(known, Set.of(known), variant)))
                    .isEqualTo(kinds(known));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "1042", "123456789", "550e8400-e29b-41d4-a716-446655440000", "CPx7k2m91"})
    void is_another_one_for_each_variant(String known) {
        Set<String> seen = new HashSet<>();
        for (int variant = 0; variant < 10; variant++) {
            assertThat(seen.add(UnknownCustomer.like(known, Set.of(known), variant)))
                    .isTrue();
        }
        assertThat(seen).doesNotContain(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "999", "4999", "5000", "9999998", "99995000"})
    void has_nine_digits_where_a_number_of_that_length_may_be_handed_out(String known) {
        assertThat(UnknownCustomer.like(known, Set.of(known), 0)).isEqualTo("999999999");
    }

    @Test
    void is_none_of_the_known_ones() {
        assertThat(UnknownCustomer.like("999999999", Set.of("999999999", "999999998"), 0))
                .isEqualTo("999999997");
    }

    @Test
    void is_the_same_each_time() {
        assertThat(UnknownCustomer.like("123456789", Set.of(), 3))
                .isEqualTo(UnknownCustomer.like("123456789", Set.of(), 3));
    }

    @Test
    void can_not_be_made_of_letters_that_are_the_last_already() {
        assertThatThrownBy(() -> UnknownCustomer.like("zzzz", Set.of("zzzz"), 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no unknown id like zzzz can be made");
    }

    private static String kinds(String id) {
        return id.replaceAll("[0-9]", "9").replaceAll("[a-z]", "a").replaceAll("[A-Z]", "A");
    }
}
