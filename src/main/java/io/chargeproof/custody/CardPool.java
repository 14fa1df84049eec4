package io.chargeproof.custody;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The cards that a run may attach. The API has no way to detach one, so a card that was sent is spent, unless there is a
 * customer that cards may be attached to again and again.
 */
public final class CardPool {
    /** What the scenarios need that decide a MUST. */
    private static final int NEEDED_BY_SCENARIOS = 3;

    private static final String NEEDED_FOR = "EVC-CARD-1 and EVC-CARD-2";

    private final List<String> cards;
    private final boolean reusable;
    private int neededStill = NEEDED_BY_SCENARIOS;

    /**
     * A pool.
     *
     * @param cards the cards that aren't spent yet
     * @param reusable whether an attached card may be attached again
     */
    public CardPool(List<String> cards, boolean reusable) {
        this.cards = new ArrayList<>(cards);
        this.reusable = reusable;
    }

    /** Takes cards for a scenario that can't do without; none if there aren't that many. */
    public synchronized Optional<List<String>> take(int count) {
        Optional<List<String>> taken = take(count, 0);
        taken.ifPresent(cardsTaken -> neededStill = Math.max(0, neededStill - cardsTaken.size()));
        return taken;
    }

    /** Takes cards that nothing more important needs; none if there aren't that many to spare. */
    public synchronized Optional<List<String>> takeSpare(int count) {
        return take(count, reusable ? 0 : neededStill);
    }

    /** Why a scenario doesn't get cards, in a sentence that says what to do. */
    public synchronized String shortage(int wanted) {
        String needs = "test data spent: the scenario needs " + wanted + (wanted == 1 ? " card" : " cards");
        return needs + ", and " + whatIsLeft(wanted) + "; add cards that were never attached to evc-net.cards";
    }

    private String whatIsLeft(int wanted) {
        int left = cards.size();
        String those = left == 1 ? "the one that is left is" : "the " + left + " that are left are";
        if (left >= wanted) {
            return those + " kept for " + NEEDED_FOR;
        }
        return left == 0 ? "none is left" : "only " + left + (left == 1 ? " is" : " are") + " left";
    }

    /** Takes back cards that were spent at a target that has forgotten it. */
    public synchronized void putBack(Collection<String> fresh) {
        cards.addAll(fresh);
    }

    /** How many are left. */
    public synchronized int left() {
        return cards.size();
    }

    private Optional<List<String>> take(int count, int kept) {
        if (cards.size() - kept < count) {
            return Optional.empty();
        }
        List<String> taken = List.copyOf(cards.subList(0, count));
        if (!reusable) {
            cards.subList(0, count).clear();
        }
        return Optional.of(taken);
    }
}
