package io.chargeproof.api.evcnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.api.Diagnosis;
import io.chargeproof.api.Diagnosis.State;
import io.chargeproof.profile.Depth;
import io.chargeproof.run.Targeted;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardStockTest {
    /** How many cards there are, how many of them are left, whether they stay, and how many a run spends. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | 3 | true  | 2 | none spent, since evc-net.card-customer gets the same ones again and again",
                "0 | 0 | false | 2 | none; evc-net.cards is empty",
                "3 | 2 | false | 0 | none spent; 2 of 3 are left",
                "9 | 7 | false | 3 | 3 spent by each run; 7 of 9 are left, enough for 2 runs",
                "9 | 4 | false | 3 | 3 spent by each run; 4 of 9 are left, enough for 1 run",
                "9 | 1 | false | 3 | 3 spent by each run; 1 of 9 are left, enough for 0 runs"
            })
    void says_for_how_many_runs_there_are_cards(int all, int left, boolean stay, long spent, String words) {
        assertThat(stock(all, left, stay).inWords(spent)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, true,  SMOKE,    NOTE", "1, true, SMOKE, FINE", "1, true, STANDARD, NOTE", "2, true, STANDARD, FINE",
        "0, false, SMOKE,    NOTE", "1, false, SMOKE, FINE", "2, false, FULL, NOTE", "3, false, FULL, FINE"
    })
    void notes_where_cards_run_short(int left, boolean stay, Depth depth, State state) {
        Diagnosis symptom = stock(9, left, stay).symptom(depth);

        assertThat(symptom.state()).isEqualTo(state);
        assertThat(symptom.step()).isEqualTo("evc-net.cards");
        assertThat(symptom.cure())
                .isEqualTo(
                        state == State.FINE
                                ? ""
                                : "what needs more will be not tested; add cards that were never attached, or name a"
                                        + " customer that keeps them, evc-net.card-customer");
    }

    @Test
    void takes_the_stock_of_a_profile() {
        EvcNetTarget target = Targeted.evcNet(List.of("card-1", "card-2"), null);
        assertThat(CardStock.of(target, target.withCards(List.of("card-2"))))
                .isEqualTo(new CardStock(2, List.of("card-2"), false));
        EvcNetTarget keeping = Targeted.evcNet(List.of("card-1"), "9000");
        assertThat(CardStock.of(keeping, keeping)).isEqualTo(new CardStock(1, List.of("card-1"), true));
    }

    private static CardStock stock(int all, int left, boolean stay) {
        return new CardStock(all, Collections.nCopies(left, "card"), stay);
    }
}
