package io.chargeproof.sandbox.evcnet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The charge cards that there are, and who has them; a card stays with the customer that it was attached to first. */
public final class Cards {
    private final Set<String> known = new HashSet<>();
    private final Map<String, Long> holders = new HashMap<>();

    /** Adds cards that nobody has. */
    public synchronized void add(List<String> cards) {
        known.addAll(cards);
    }

    /** Attaches all the cards, or none of them where one can't be; says why not. */
    public synchronized List<Complaint> attach(long customer, List<String> cards) {
        List<Complaint> complaints = new ArrayList<>();
        if (!known.containsAll(cards)) {
            complaints.add(new Complaint(CardListForm.MEMBER, "has a card that isn't known"));
        }
        if (cards.stream().anyMatch(card -> holders.getOrDefault(card, customer) != customer)) {
            complaints.add(new Complaint(CardListForm.MEMBER, "has a card that another customer has"));
        }
        if (complaints.isEmpty()) {
            cards.forEach(card -> holders.put(card, customer));
        }
        return complaints;
    }
}
