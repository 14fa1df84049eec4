package io.chargeproof.api.evcnet;

import io.chargeproof.teststate.RunIdentity;
import io.chargeproof.teststate.StateStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cards that runs have spent at a target, as far as it's on record. */
final class SpentCards {
    private final StateStore store;
    private final RunIdentity run;
    private final Set<String> forgotten = new HashSet<>();

    SpentCards(StateStore store, RunIdentity run) {
        this.store = store;
        this.run = run;
    }

    /** The customer that got each. */
    Map<String, String> customers() {
        return store.spentCards(run, EvcNetModule.API.label());
    }

    /** The cards that no run has spent; where a customer keeps its cards all of them, those last that others have. */
    List<String> left(EvcNetTarget target) {
        Map<String, String> spent = customers();
        List<String> cards = new ArrayList<>(target.cards());
        if (target.cardCustomer() == null) {
            cards.removeIf(card -> spent.containsKey(card) && !forgotten.contains(spent.get(card)));
        } else {
            cards.sort(Comparator.comparing(spent::containsKey));
        }
        return cards;
    }

    /** Says that the target doesn't know a customer, so that no card of it is spent. */
    void forget(String customer) {
        forgotten.add(customer);
    }
}
