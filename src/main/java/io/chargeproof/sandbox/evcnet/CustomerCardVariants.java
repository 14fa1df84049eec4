package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.provider.Deviation.variant;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of cards that somebody has, and of odd lists of them. */
final class CustomerCardVariants {
    private static final String LIST = "card_list";

    static final List<Deviation<CustomerRecords>> VARIANTS = List.of(
            variant("evc-cards-are-shared")
                    .of("EVC-CARD-6")
                    .says("A card may be attached to several customers; the page doesn't say whose it is.")
                    .by(shared()),
            variant("evc-cards-are-attached-once")
                    .of("EVC-CARD-6")
                    .says("A card that is attached can't be attached again, not even to the same customer; the "
                            + "page doesn't say that it can.")
                    .by(attachedOnce()),
            variant("evc-empty-card-list-is-refused")
                    .of("EVC-CARD-6")
                    .says("An empty list of cards is refused; the page doesn't speak of it.")
                    .by(refused(JsonNode::isEmpty, "is empty")),
            variant("evc-same-card-twice-is-refused")
                    .of("EVC-CARD-6")
                    .says("A list with the same card twice is refused; the page doesn't speak of it.")
                    .by(refused(list -> new HashSet<>(list.values()).size() < list.size(), "has a card twice")));

    private CustomerCardVariants() {}

    /** A card that another customer has may be attached; which of them pays isn't seen from outside. */
    private static Variation<CustomerRecords> shared() {
        return ofCustomers(Updating.class, next -> (id, members) -> {
            RequestResult outcome = next.update(id, members);
            return isOnlyHeldByAnother(outcome) ? next.update(id, without(members)) : outcome;
        });
    }

    private static boolean isOnlyHeldByAnother(RequestResult outcome) {
        List<Complaint> complaints = CustomerLiberties.complaints(outcome);
        return !complaints.isEmpty()
                && complaints.stream().allMatch(complaint -> complaint.problem().contains("another customer has"));
    }

    private static Variation<CustomerRecords> attachedOnce() {
        return service -> {
            Set<JsonNode> attached = ConcurrentHashMap.newKeySet();
            return service.with(Updating.class, next -> (id, members) -> {
                List<JsonNode> cards = List.copyOf(members.path(LIST).values());
                if (cards.stream().anyMatch(attached::contains)) {
                    return Refusal.of(Refusal.Reason.INVALID, LIST, "has a card that is attached already");
                }
                RequestResult outcome = next.update(id, members);
                if (!(outcome instanceof Refusal)) {
                    attached.addAll(cards);
                }
                return outcome;
            });
        };
    }

    private static Variation<CustomerRecords> refused(Predicate<JsonNode> when, String problem) {
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
