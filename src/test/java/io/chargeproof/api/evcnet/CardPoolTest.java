package io.chargeproof.api.evcnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardPoolTest {
    private final List<String> kept = new ArrayList<>();

    @Test
    void hands_each_card_out_once() {
        CardPool pool = pool("a", "b", "c");

        assertThat(pool.take(1)).contains(List.of("a"));
        assertThat(pool.take(2)).contains(List.of("b", "c"));
        assertThat(pool.take(1)).isEmpty();
        assertThat(pool.left()).isZero();
    }

    @Test
    void takes_none_where_there_are_too_few() {
        CardPool pool = pool("a", "b");

        assertThat(pool.take(3)).isEmpty();
        assertThat(pool.left()).isEqualTo(2);
        assertThat(pool.take(2)).contains(List.of("a", "b"));
    }

    @Test
    void hands_reusable_cards_out_again_once_they_are_attached() {
        CardPool pool = new CardPool(List.of("a", "b"), true, false, kept::add);
        pool.reserve(2, "EVC-CARD-2");

        assertThat(pool.take(1)).contains(List.of("a"));
        pool.attached(List.of("a"));
        assertThat(pool.take(2)).contains(List.of("a", "b"));
        pool.attached(List.of("a", "b"));
        assertThat(pool.take(3)).isEmpty();
        assertThat(pool.left()).isEqualTo(2);
        assertThat(pool.reserved()).isZero();
        assertThat(pool.attached()).containsExactly("a", "b");
    }

    @Test
    void keeps_cards_for_those_who_reserved_them_whoever_asks_first() {
        CardPool pool = pool("a", "b", "c", "d");
        pool.reserve(1, "EVC-CARD-1");
        pool.reserve(2, "EVC-CARD-2");

        assertThat(pool.reserved()).isEqualTo(3);
        assertThat(pool.take(3)).isEmpty();
        assertThat(pool.take(2)).contains(List.of("a", "b"));
        pool.served(2);
        assertThat(pool.isReserved(2)).isFalse();
        assertThat(pool.take(2)).isEmpty();
        assertThat(pool.take(1)).contains(List.of("c"));
        pool.served(1);
        assertThat(pool.take(1)).contains(List.of("d"));
    }

    @Test
    void keeps_nothing_for_those_who_take_one_by_one_what_they_reserved() {
        CardPool pool = pool("a", "b");
        pool.reserve(1, "EVC-CARD-1");
        pool.reserve(2, "EVC-CARD-2");

        assertThat(pool.take(1)).contains(List.of("a"));
        assertThat(pool.take(1)).contains(List.of("b"));
    }

    @Test
    void tries_first_what_it_was_given_back_and_last_what_was_forgotten() {
        CardPool pool = pool("a", "b", "c");
        pool.take(2);
        pool.attached(List.of("a"));

        pool.giveBack(List.of("a", "b"));
        pool.putBack(List.of("x"));

        assertThat(pool.take(3)).contains(List.of("b", "c", "x"));
    }

    @Test
    void tells_which_cards_were_sent_and_are_not_spent() {
        pool("a", "b").keep(List.of("a", "b"));

        assertThat(kept).containsExactly("a", "b");
    }

    @Test
    void says_what_is_short() {
        CardPool pool = pool("a", "b", "c");

        assertThat(pool.shortage(4))
                .isEqualTo(
                        "test data spent: the scenario needs 4 cards, and only 3 are left; add cards to evc-net.cards"
                                + " that were never attached, or name an evc-net.card-customer");
        pool.take(2);
        assertThat(pool.shortage(2))
                .isEqualTo("test data spent: the scenario needs 2 cards, and only 1 is left; add cards to evc-net.cards"
                        + " that were never attached, or name an evc-net.card-customer");
        pool.take(1);
        assertThat(pool.shortage(1))
                .isEqualTo("test data spent: the scenario needs 1 card, and none is left; add cards to evc-net.cards"
                        + " that were never attached, or name an evc-net.card-customer");
        assertThat(new CardPool(List.of("a"), true, false, kept::add).shortage(2))
                .isEqualTo(
                        "test data spent: the scenario needs 2 cards, and only 1 is left; add cards to evc-net.cards");
    }

    @Test
    void says_what_cards_are_kept_for() {
        CardPool pool = pool("a", "b", "c");
        pool.reserve(1, "EVC-CARD-1");
        pool.reserve(2, "EVC-CARD-2");

        assertThat(pool.shortage(3))
                .isEqualTo(
                        "test data spent: the scenario needs 3 cards, and the 3 that are left are kept for EVC-CARD-1"
                                + " and EVC-CARD-2; add cards to evc-net.cards that were never attached, or name an"
                                + " evc-net.card-customer");
        pool.served(2);
        pool.take(1);
        pool.take(1);
        assertThat(pool.whatIsLeft(1)).isEqualTo("the one that is left is kept for EVC-CARD-1");
    }

    @Test
    void may_be_empty() {
        assertThat(pool().take(1)).isEmpty();
        assertThat(new CardPool(List.of(), true, true, kept::add).take(1)).isEmpty();
    }

    private CardPool pool(String... cards) {
        return new CardPool(List.of(cards), false, false, kept::add);
    }
}
