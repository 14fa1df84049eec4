package io.chargeproof.sandbox.freedom;

import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.Complaint;
import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.customer.Refusal;
import io.chargeproof.sandbox.customer.UpdateRules;
import io.chargeproof.sandbox.customer.Updating;
import io.chargeproof.sandbox.provider.Variation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of cards that somebody has, and of odd lists of them. */
final class CustomerCardFreedoms {
    private static final String LIST = "card_list";

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-cards-are-shared", shared()),
            entry("evc-cards-are-attached-once", attachedOnce()),
            entry("evc-empty-card-list-is-refused", refused(JsonNode::isEmpty, "is empty")),
            entry(
                    "evc-same-card-twice-is-refused",
                    refused(list -> new HashSet<>(list.values()).size() < list.size(), "has a card twice")));

    private CustomerCardFreedoms() {}

    /** A card that another customer has may be attached; which of them pays isn't seen from outside. */
    private static Variation shared() {
        return ofCustomers(Updating.class, next -> (id, members) -> {
            Outcome outcome = next.update(id, members);
            return isOnlyHeldByAnother(outcome) ? next.update(id, without(members)) : outcome;
        });
    }

    private static boolean isOnlyHeldByAnother(Outcome outcome) {
        List<Complaint> complaints = CustomerLiberty.complaints(outcome);
        return !complaints.isEmpty()
                && complaints.stream().allMatch(complaint -> complaint.problem().contains("another customer has"));
    }

    private static Variation attachedOnce() {
        return provider -> {
            Set<JsonNode> attached = ConcurrentHashMap.newKeySet();
            return provider.withCustomerStep(Updating.class, next -> (id, members) -> {
                List<JsonNode> cards = List.copyOf(members.path(LIST).values());
                if (cards.stream().anyMatch(attached::contains)) {
                    return Refusal.of(Refusal.Reason.INVALID, LIST, "has a card that is attached already");
                }
                Outcome outcome = next.update(id, members);
                if (!(outcome instanceof Refusal)) {
                    attached.addAll(cards);
                }
                return outcome;
            });
        };
    }

    private static Variation refused(Predicate<JsonNode> when, String problem) {
        return ofCustomers(
                UpdateRules.class,
                next -> members -> members.path(LIST).isArray() && when.test(members.path(LIST))
                        ? List.of(new Complaint(LIST, problem))
                        : next.complaints(members));
    }

    private static ObjectNode without(ObjectNode members) {
        ObjectNode rest = members.deepCopy();
        rest.remove(LIST);
        return rest;
    }
}
