package io.chargeproof.api.evcnet;

import io.chargeproof.api.Diagnosis;
import io.chargeproof.api.Diagnosis.State;
import io.chargeproof.profile.Depth;
import java.util.List;

/**
 * The cards that a profile has for the runs to come.
 *
 * @param all how many the profile names
 * @param left those that aren't on record as spent
 * @param stay whether a customer keeps them, so that none is spent
 */
record CardStock(int all, List<String> left, boolean stay) {
    public CardStock {
        left = List.copyOf(left);
    }

    /**
     * The cards of a section.
     *
     * @param unspent the same section with the cards that are left
     */
    static CardStock of(EvcNetTarget target, EvcNetTarget unspent) {
        return new CardStock(target.cards().size(), unspent.cards(), target.cardCustomer() != null);
    }

    /** What to know of them before runs of a depth. */
    public Diagnosis symptom(Depth depth) {
        int needed = depth == Depth.SMOKE ? CardFixtures.NEEDED_FOR_SMOKE : CardFixtures.NEEDED_FOR_ALL;
        boolean enough = left.size() >= (stay ? Math.min(needed, 2) : needed);
        return new Diagnosis(
                "evc-net.cards",
                enough ? State.FINE : State.NOTE,
                inWords(needed),
                enough
                        ? ""
                        : "what needs more will be not tested; add cards that were never attached, or name a customer that"
                                + " keeps them, evc-net.card-customer");
    }

    /**
     * How long they last, in words.
     *
     * @param spent how many a run spends
     */
    public String inWords(long spent) {
        if (stay) {
            return "none spent, since evc-net.card-customer gets the same ones again and again";
        }
        if (all == 0) {
            return "none; evc-net.cards is empty";
        }
        String there = left.size() + " of " + all + " are left";
        if (spent == 0) {
            return "none spent; " + there;
        }
        long runs = left.size() / spent;
        return spent + " spent by each run; " + there + ", enough for " + runs + (runs == 1 ? " run" : " runs");
    }
}
