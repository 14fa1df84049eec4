package io.chargeproof.api.evcnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.api.evcnet.CustomerBudget.Use;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerBudgetTest {
    @Test
    void ends_with_the_most_that_may_be_created() {
        CustomerBudget budget = new CustomerBudget(2);

        assertThat(budget.reserve(Use.SCENARIO)).isTrue();
        assertThat(budget.reserve(Use.SCENARIO)).isTrue();
        assertThat(budget.reserve(Use.SCENARIO)).isFalse();
        assertThat(budget.used()).isEqualTo(2);
        assertThat(budget.most()).isEqualTo(2);
    }

    @Test
    void gets_a_customer_back_that_was_not_created() {
        CustomerBudget budget = new CustomerBudget(1);

        assertThat(budget.reserve(Use.SCENARIO)).isTrue();
        budget.giveBack();
        assertThat(budget.used()).isZero();
        assertThat(budget.reserve(Use.SCENARIO)).isTrue();
        assertThat(budget.reserve(Use.SCENARIO)).isFalse();
    }

    @Test
    void keeps_eight_customers_for_scenarios_and_one_each_for_requests_that_are_refused() {
        CustomerBudget budget = new CustomerBudget(11);

        assertThat(taken(budget, Use.SWEEP)).isTrue();
        assertThat(taken(budget, Use.SWEEP)).isFalse();
        assertThat(taken(budget, Use.DOUBT)).isTrue();
        assertThat(taken(budget, Use.DOUBT)).isFalse();
        assertThat(taken(budget, Use.REFUSAL)).isTrue();
        assertThat(taken(budget, Use.REFUSAL)).isFalse();
        IntStream.range(0, 8)
                .forEach(each -> assertThat(taken(budget, Use.SCENARIO)).isTrue());
        assertThat(taken(budget, Use.SCENARIO)).isFalse();
        assertThat(budget.used()).isEqualTo(11);
    }

    /** A pair that waited for its own other half would wait for ever. */
    @Test
    void gives_two_at_once_or_none() {
        CustomerBudget budget = new CustomerBudget(11);

        assertThat(budget.reservePair()).isTrue();
        budget.keep();
        budget.keep();
        assertThat(budget.reservePair()).isFalse();
        assertThat(taken(budget, Use.REFUSAL)).isTrue();
        assertThat(budget.used()).isEqualTo(3);
    }

    @Test
    void waits_with_two_for_one_that_may_be_given_back() {
        CustomerBudget budget = new CustomerBudget(10);
        assertThat(budget.reserve(Use.REFUSAL)).isTrue();
        CompletableFuture<Boolean> pair = CompletableFuture.supplyAsync(budget::reservePair);

        budget.giveBack();

        assertThat(pair.join()).isTrue();
        assertThat(budget.used()).isEqualTo(2);
    }

    @Test
    void sends_any_number_of_requests_that_are_refused() {
        CustomerBudget budget = new CustomerBudget(9);

        for (int i = 0; i < 100; i++) {
            assertThat(budget.reserve(Use.REFUSAL)).isTrue();
            budget.giveBack();
        }
        assertThat(budget.used()).isZero();
    }

    @Test
    void waits_for_what_may_be_given_back() {
        CustomerBudget budget = new CustomerBudget(9);
        assertThat(budget.reserve(Use.REFUSAL)).isTrue();

        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> budget.reserve(Use.REFUSAL));
        budget.giveBack();

        assertThat(second.join()).isTrue();
    }

    @Test
    void has_nothing_to_spare_where_it_is_small() {
        CustomerBudget budget = new CustomerBudget(8);

        assertThat(budget.reserve(Use.SWEEP)).isFalse();
        assertThat(budget.reserve(Use.REFUSAL)).isFalse();
        assertThat(new CustomerBudget(0).reserve(Use.SCENARIO)).isFalse();
    }

    @Test
    void is_never_overdrawn_by_several_threads() {
        CustomerBudget budget = new CustomerBudget(100);

        assertThat(IntStream.range(0, 1_000)
                        .parallel()
                        .filter(each -> taken(budget, each % 2 == 0 ? Use.SCENARIO : Use.SWEEP))
                        .count())
                .isBetween(98L, 100L);
        assertThat(budget.used()).isBetween(98, 100);
    }

    private static boolean taken(CustomerBudget budget, Use use) {
        boolean reserved = budget.reserve(use);
        if (reserved) {
            budget.keep();
        }
        return reserved;
    }
}
