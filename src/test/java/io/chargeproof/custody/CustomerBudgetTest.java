package io.chargeproof.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerBudgetTest {
    @Test
    void ends_with_the_most_that_may_be_created() {
        CustomerBudget budget = new CustomerBudget(2);

        assertThat(budget.reserve()).isTrue();
        assertThat(budget.reserve()).isTrue();
        assertThat(budget.reserve()).isFalse();
        assertThat(budget.used()).isEqualTo(2);
        assertThat(budget.most()).isEqualTo(2);
    }

    @Test
    void gets_a_customer_back_that_was_not_created() {
        CustomerBudget budget = new CustomerBudget(1);

        assertThat(budget.reserve()).isTrue();
        budget.giveBack();
        assertThat(budget.used()).isZero();
        assertThat(budget.reserve()).isTrue();
        assertThat(budget.reserve()).isFalse();
    }

    @Test
    void keeps_seven_customers_for_scenarios() {
        CustomerBudget budget = new CustomerBudget(9);

        assertThat(budget.reserveSpare()).isTrue();
        assertThat(budget.reserveSpare()).isTrue();
        assertThat(budget.reserveSpare()).isFalse();
        IntStream.range(0, 7).forEach(each -> assertThat(budget.reserve()).isTrue());
        assertThat(budget.reserve()).isFalse();
        assertThat(budget.used()).isEqualTo(9);
    }

    @Test
    void has_nothing_to_spare_where_it_is_small() {
        CustomerBudget budget = new CustomerBudget(7);

        assertThat(budget.reserveSpare()).isFalse();
        assertThat(new CustomerBudget(0).reserve()).isFalse();
    }

    @Test
    void is_never_overdrawn_by_several_threads() {
        CustomerBudget budget = new CustomerBudget(100);

        assertThat(IntStream.range(0, 1_000)
                        .parallel()
                        .filter(each -> each % 2 == 0 ? budget.reserve() : budget.reserveSpare())
                        .count())
                .isEqualTo(100);
    }
}
