package io.chargeproof.api.evcnet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The cards that a run may attach. The API has no way to detach one, so a card that was sent is spent, unless there is a
 * customer that cards may be attached to again and again. Scenarios that decide a MUST are served first, whatever order they
 * run in: their cards are reserved.
 */
public final class CardPool {
    private final List<String> cards;
    private final boolean reusable;
    private final boolean fresh;
    private final Consumer<String> kept;
    private final Set<String> elsewhere = new HashSet<>();
    private final List<String> attached = new ArrayList<>();
    private final Map<Integer, String> reserved = new TreeMap<>();

    /**
     * A pool.
     *
     * @param cards the cards that aren't known to be spent
     * @param reusable whether an attached card may be attached again
     * @param fresh whether nobody but this run can have spent any of them
     * @param kept hears of each card that was sent and isn't spent
     */
    public CardPool(List<String> cards, boolean reusable, boolean fresh, Consumer<String> kept) {
        this.cards = new ArrayList<>(cards);
        this.reusable = reusable;
        this.fresh = fresh;
        this.kept = kept;
    }

    /** Whether an attached card may be attached again. */
    public boolean isReusable() {
        return reusable;
    }

    /** Whether nobody but this run can have spent any of them. */
    public boolean isFresh() {
        return fresh;
    }

    /** Makes known that other customers have cards, as far as it's on record. */
    public synchronized void noteElsewhere(Collection<String> others) {
        elsewhere.addAll(others);
    }

    /** Whether it's on record that other customers have all these cards. */
    public synchronized boolean areElsewhere(Collection<String> asked) {
        return elsewhere.containsAll(asked);
    }

    /** Reserves so many cards at once for the scenarios of a requirement. */
    public synchronized void reserve(int count, String requirement) {
        reserved.put(count, requirement);
    }

    /** Whether so many cards at once are reserved. */
    public synchronized boolean isReserved(int count) {
        return reserved.containsKey(count);
    }

    /** How many cards are reserved. */
    public synchronized int reserved() {
        return reusable ? 0 : reservedBut(0);
    }

    /** Says that those who reserved so many cards at once have what they need. */
    public synchronized void served(int count) {
        reserved.remove(count);
    }

    /** Takes cards, none that is reserved for others; none at all if there aren't that many. */
    public Optional<List<String>> take(int count) {
        return take(count, count);
    }

    /**
     * Takes some of the cards that somebody needs at once.
     *
     * @param needed how many are needed, others among them
     */
    public synchronized Optional<List<String>> take(int count, int needed) {
        if (cards.size() - keptFrom(needed) < count) {
            return Optional.empty();
        }
        List<String> first = cards.subList(0, count);
        List<String> taken = List.copyOf(first);
        first.clear();
        return Optional.of(taken);
    }

    /** Gives cards back of which nobody knows what became: they are the next to be tried. */
    public synchronized void giveBack(List<String> taken) {
        cards.addAll(
                0,
                taken.stream()
                        .filter(card -> !cards.contains(card) && (reusable || !attached.contains(card)))
                        .toList());
    }

    /** Says that cards were attached. */
    public synchronized void attached(List<String> taken) {
        taken.stream().filter(card -> !attached.contains(card)).forEach(attached::add);
        if (reusable) {
            giveBack(taken);
        }
    }

    /** The cards that were attached in this run. */
    public synchronized List<String> attached() {
        return List.copyOf(attached);
    }

    /** Says that cards were sent and aren't spent by that; they aren't tried again in this run. */
    public void keep(List<String> refused) {
        refused.forEach(kept);
    }

    /** Takes back cards that were spent at a target that has forgotten it. */
    public synchronized void putBack(Collection<String> forgotten) {
        cards.addAll(forgotten);
    }

    /** Why a scenario doesn't get cards, in a sentence that says what to do. */
    public synchronized String shortage(int wanted) {
        return "test data spent: the scenario needs " + wanted + (wanted == 1 ? " card" : " cards") + ", and "
                + whatIsLeft(wanted) + "; " + advice();
    }

    /** What there is to take, in words. */
    public synchronized String whatIsLeft(int wanted) {
        int left = cards.size();
        String those = left == 1 ? "the one that is left is" : "the " + left + " that are left are";
        if (left >= wanted) {
            return those + " kept for " + String.join(" and ", reserved.values());
        }
        return left == 0 ? "none is left" : "only " + left + (left == 1 ? " is" : " are") + " left";
    }

    /** How to have enough. */
    public String advice() {
        return reusable
                ? "add cards to evc-net.cards"
                : "add cards to evc-net.cards that were never attached, or name an evc-net.card-customer";
    }

    /** How many are left. */
    public synchronized int left() {
        return cards.size();
    }

    /** Those who reserved cards needn't heed one another: the first of them is better served than none. */
    private int keptFrom(int count) {
        return reusable || reserved.containsKey(count) ? 0 : reservedBut(count);
    }

    private int reservedBut(int count) {
        return reserved.keySet().stream()
                .filter(each -> each != count)
                .mapToInt(Integer::intValue)
                .sum();
    }
}
