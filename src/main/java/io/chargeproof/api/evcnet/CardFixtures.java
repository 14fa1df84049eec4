package io.chargeproof.api.evcnet;

import io.chargeproof.requirement.RequirementId;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.ScenarioClient;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cards that a run attaches, no more than what decides a MUST needs: what was attached once serves every scenario that can
 * do with a card which the customer has.
 */
public final class CardFixtures {
    /** How many cards that nobody has a run needs which decides every MUST, and spends. */
    public static final int NEEDED_FOR_ALL = 3;

    /** The same of a run at depth smoke. */
    public static final int NEEDED_FOR_SMOKE = 1;

    /** How many cards at once decide a MUST. */
    private static final Map<String, Integer> NEEDED = Map.of("EVC-CARD-1", 1, "EVC-CARD-2", 2);

    private final CustomerFixtures customers;
    private final CardPool pool;
    private final Map<Wanted, AttachedCards> made = new HashMap<>();

    /** None yet. */
    public CardFixtures(CustomerFixtures customers) {
        this.customers = customers;
        this.pool = customers.cards();
    }

    private record Wanted(int count, boolean alone) {}

    /** Reserves the cards that the MUSTs among some requirements need. */
    static void reserve(CardPool pool, Collection<RequirementId> requirements) {
        requirements.stream()
                .map(RequirementId::value)
                .filter(NEEDED::containsKey)
                .forEach(id -> pool.reserve(NEEDED.getOrDefault(id, 0), id));
    }

    /**
     * Attaches so many cards at once that were never attached, or says what came of it before. One card goes first, since a
     * pool's first cards are those that may be spent.
     *
     * @param alone whether the list of cards is all that is sent
     */
    synchronized AttachedCards of(int count, boolean alone, ScenarioClient wire) {
        Wanted wanted = new Wanted(count, alone);
        AttachedCards before = made.get(wanted);
        if (before != null) {
            return before;
        }
        if (count > 1 && pool.isReserved(1)) {
            of(1, false, wire);
        }
        AttachedCards now = new AttachAttempt(customers, wire, count, alone).attach();
        if (now.isFinal()) {
            made.put(wanted, now);
            if (!alone) {
                pool.served(count);
            }
        }
        return now;
    }

    /** Cards that the customer has, attached now if it has none, with those that decide a MUST if need be. */
    synchronized AttachedCards inUse(int count, ScenarioClient wire) {
        int first = count == 1 && !pool.isReserved(1) && pool.isReserved(2) ? 2 : count;
        return made.values().stream()
                .filter(each -> each.cards().size() >= count)
                .min(Comparator.comparing(each -> each.cards().size()))
                .orElseGet(() -> of(first, false, wire));
    }

    /** Cards that were never attached, for a scenario that does something else with them than to attach them. */
    List<String> untouched(int count) {
        return pool.take(count).orElseThrow(() -> new MissingTestDataException(pool.shortage(count)));
    }

    /** Whether attached cards stay with the profile's customer, to be attached there again and again. */
    boolean stay() {
        return pool.isReusable();
    }
}
