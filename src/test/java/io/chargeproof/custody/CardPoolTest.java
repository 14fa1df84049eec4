package io.chargeproof.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CardPoolTest {
    @Test
    void hands_each_card_out_once() {
        CardPool pool = new CardPool(List.of("a", "b", "c"), false);

        assertThat(pool.take(1)).contains(List.of("a"));
        assertThat(pool.take(2)).contains(List.of("b", "c"));
        assertThat(pool.take(1)).isEmpty();
        assertThat(pool.left()).isZero();
    }

    @Test
    void takes_none_where_there_are_too_few() {
        CardPool pool = new CardPool(List.of("a", "b"), false);

        assertThat(pool.take(3)).isEmpty();
        assertThat(pool.left()).isEqualTo(2);
        assertThat(pool.take(2)).contains(List.of("a", "b"));
    }

    @Test
    void hands_reusable_cards_out_again_and_again() {
        CardPool pool = new CardPool(List.of("a", "b"), true);

        assertThat(pool.take(2)).contains(List.of("a", "b"));
        assertThat(pool.take(1)).contains(List.of("a"));
        assertThat(pool.takeSpare(2)).contains(List.of("a", "b"));
        assertThat(pool.take(3)).isEmpty();
        assertThat(pool.left()).isEqualTo(2);
    }

    @Test
    void keeps_three_cards_for_scenarios() {
        CardPool pool = new CardPool(List.of("a", "b", "c", "d"), false);

        assertThat(pool.takeSpare(2)).isEmpty();
        assertThat(pool.takeSpare(1)).contains(List.of("a"));
        assertThat(pool.takeSpare(1)).isEmpty();
        assertThat(pool.take(3)).contains(List.of("b", "c", "d"));
    }

    @Test
    void keeps_three_cards_however_many_were_taken_to_spare() {
        CardPool pool = new CardPool(List.of("a", "b", "c", "d", "e", "f"), false);

        assertThat(pool.takeSpare(3)).contains(List.of("a", "b", "c"));
        assertThat(pool.takeSpare(1)).isEmpty();
        assertThat(pool.take(3)).contains(List.of("d", "e", "f"));
    }

    @Test
    void keeps_no_more_than_scenarios_still_need() {
        CardPool pool = new CardPool(List.of("a", "b", "c", "d"), false);

        assertThat(pool.take(1)).contains(List.of("a"));
        assertThat(pool.takeSpare(1)).contains(List.of("b"));
        assertThat(pool.takeSpare(1)).isEmpty();
        assertThat(pool.take(2)).contains(List.of("c", "d"));
    }

    @Test
    void gives_the_rest_away_once_scenarios_have_theirs() {
        CardPool pool = new CardPool(List.of("a", "b", "c", "d", "e"), false);

        assertThat(pool.take(3)).contains(List.of("a", "b", "c"));
        assertThat(pool.take(1)).contains(List.of("d"));
        assertThat(pool.takeSpare(1)).contains(List.of("e"));
    }

    @Test
    void says_what_is_short() {
        CardPool pool = new CardPool(List.of("a", "b", "c"), false);

        assertThat(pool.shortage(4))
                .isEqualTo("test data spent: the scenario needs 4 cards, and only 3 are left;"
                        + " add cards that were never attached to evc-net.cards");
        pool.take(2);
        assertThat(pool.shortage(2))
                .isEqualTo("test data spent: the scenario needs 2 cards, and only 1 is left;"
                        + " add cards that were never attached to evc-net.cards");
        pool.take(1);
        assertThat(pool.shortage(1))
                .isEqualTo("test data spent: the scenario needs 1 card, and none is left;"
                        + " add cards that were never attached to evc-net.cards");
    }

    @Test
    void says_what_cards_are_kept_for() {
        CardPool pool = new CardPool(List.of("a", "b", "c"), false);

        assertThat(pool.shortage(1))
                .isEqualTo("test data spent: the scenario needs 1 card, and the 3 that are left are kept for EVC-CARD-1"
                        + " and EVC-CARD-2; add cards that were never attached to evc-net.cards");
        pool.take(2);
        assertThat(pool.shortage(1))
                .isEqualTo("test data spent: the scenario needs 1 card, and the one that is left is kept for EVC-CARD-1"
                        + " and EVC-CARD-2; add cards that were never attached to evc-net.cards");
    }

    @Test
    void may_be_empty() {
        assertThat(new CardPool(List.of(), false).take(1)).isEmpty();
        assertThat(new CardPool(List.of(), true).takeSpare(1)).isEmpty();
    }
}
