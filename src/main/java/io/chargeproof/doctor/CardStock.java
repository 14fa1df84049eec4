package io.chargeproof.doctor;

import io.chargeproof.api.evcnet.CardAttachments;
import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.doctor.Diagnosis.State;
import io.chargeproof.profile.Depth;
import io.chargeproof.profile.Profile;
import io.chargeproof.run.RunState;
import io.chargeproof.teststate.StateStore;
import java.time.Instant;
import java.util.List;

/**
 * The cards that a profile has for the runs to come.
 *
 * @param all how many the profile names
 * @param left those that aren't on record as spent
 * @param stay whether a customer keeps them, so that none is spent
 */
public record CardStock(int all, List<String> left, boolean stay) {
    public CardStock {
        left = List.copyOf(left);
    }

    /** The cards of a profile, as far as it's on record what became of them. */
    public static CardStock of(Profile profile, StateStore custody) {
        EvcNetTarget target = EvcNetTarget.of(profile);
        if (target == null) {
            return new CardStock(0, List.of(), false);
        }
        List<String> left = new RunState(custody, profile, true, "nobody", Instant.now()).unspent(target);
        return new CardStock(target.cards().size(), left, target.cardCustomer() != null);
    }

    /** What to know of them before runs of a depth. */
    public Diagnosis symptom(Depth depth) {
        int needed = depth == Depth.SMOKE ? CardAttachments.NEEDED_FOR_SMOKE : CardAttachments.NEEDED_FOR_ALL;
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
