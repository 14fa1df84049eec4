package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerDeviations.answering;
import static io.chargeproof.sandbox.evcnet.CustomerDeviations.updateRefused;
import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.behaviour.Json;
import io.chargeproof.sandbox.behaviour.Value;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Trouble with cards: right ones that are refused, and wrong ones that are taken. */
final class CardDefects {
    private static final String LIST = "card_list";
    private static final String ID = "card_external_id";

    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            defect("evc-cards-never-taken")
                    .breaks("EVC-CARD-1")
                    .says("Every list of cards is refused; the example of the update has one.")
                    .by(refused(members -> true, "is not supported")),
            defect("evc-one-card-refused")
                    .breaks("EVC-CARD-1")
                    .says("A list of one card is refused; the example has just one.")
                    .by(refused(members -> members.path(LIST).size() == 1, "has too few cards")),
            defect("evc-cards-want-names-of-their-own")
                    .breaks("EVC-CARD-1")
                    .says("A card without a card_alias is refused; the example's card has its card_external_id "
                            + "alone.")
                    .by(refused(CardDefects::hasNoAlias, "has a card without a name")),
            defect("evc-cards-in-texts-wanted")
                    .breaks("EVC-CARD-1")
                    .says("A card in an object is refused, as a list of texts is wanted; the example has objects.")
                    .by(refused(members -> members.path(LIST).path(0).isObject(), "is not a list of texts")),
            defect("evc-cards-beside-members-refused")
                    .breaks("EVC-CARD-1")
                    .says("A card is refused beside any other member; the example has it at the end of the "
                            + "customer's members.")
                    .by(refused(members -> members.size() > 1, "has to come alone")),
            defect("evc-two-cards-refused")
                    .breaks("EVC-CARD-2")
                    .says("A list of two cards is refused; the example has a list, which may have two.")
                    .by(refused(members -> members.path(LIST).size() > 1, "has too many cards")),
            defect("evc-first-of-two-cards-attached")
                    .breaks("EVC-CARD-2")
                    .says("The first of two cards is attached and 400 answered; the example has a list, which "
                            + "may have two.")
                    .by(firstAttached()),
            defect("evc-two-cards-500")
                    .breaks("EVC-CARD-2")
                    .says("A list of two cards gets 500; the example has a list, which may have two.")
                    .by(CustomerDeviations.failingOn(
                            "PUT", 500, members -> members.path(LIST).size() > 1)),
            defect("evc-cards-alone-refused")
                    .breaks("EVC-CARD-3")
                    .says("A list of cards without other members is refused; the methods table has attaching as "
                            + "a purpose of its own.")
                    .by(refused(members -> members.size() == 1, "needs the customer's names beside it")),
            defect("evc-cards-want-email")
                    .breaks("EVC-CARD-3")
                    .says("A list of cards without an email is refused; the methods table has attaching as a "
                            + "purpose of its own.")
                    .by(refused(members -> !members.has("email"), "needs an email beside it")),
            defect("evc-object-for-cards-taken")
                    .breaks("EVC-CARD-4")
                    .says("An object in place of the list of cards is taken; the example has a list.")
                    .by(taken(JsonNode::isObject)),
            defect("evc-text-for-cards-taken")
                    .breaks("EVC-CARD-4")
                    .says("A text in place of the list of cards is taken; the example has a list.")
                    .by(taken(JsonNode::isString)),
            defect("evc-nothing-for-cards-taken")
                    .breaks("EVC-CARD-4")
                    .says("An empty text, an empty object, false or zero in place of the list is passed over; "
                            + "the example shows a list of objects.")
                    .by(taken(CardDefects::isNothing)),
            defect("evc-card-without-id-taken")
                    .breaks("EVC-CARD-4")
                    .says("A card without its card_external_id is taken; the example's card has one.")
                    .by(taken(first(JsonNode::isMissingNode))),
            defect("evc-card-with-null-id-taken")
                    .breaks("EVC-CARD-4")
                    .says("A card whose card_external_id is null is taken; the example has a string.")
                    .by(taken(first(JsonNode::isNull))),
            defect("evc-card-with-empty-id-taken")
                    .breaks("EVC-CARD-4")
                    .says("A card whose card_external_id is empty is taken; the example has a card's number.")
                    .by(taken(first(Value::isEmpty))),
            defect("evc-card-with-number-id-taken")
                    .breaks("EVC-CARD-4")
                    .says("A card whose card_external_id is a number is taken; the example has a string.")
                    .by(taken(first(JsonNode::isNumber))),
            defect("evc-unknown-card-attached")
                    .breaks("EVC-CARD-5")
                    .says("A card that nobody has ever seen is taken as attached; there is nothing to attach.")
                    .by(unknownAttached(members -> true)),
            defect("evc-unknown-card-404")
                    .breaks("EVC-CARD-5")
                    .says("A card that nobody has ever seen gets 404; the status table has 400 for errors.")
                    .by(unknownGets(404)),
            defect("evc-unknown-card-500")
                    .breaks("EVC-CARD-5")
                    .says("A card that nobody has ever seen gets 500; the status table has 400 for errors.")
                    .by(unknownGets(500)),
            defect("evc-unknown-card-403")
                    .breaks("EVC-CARD-5")
                    .says("A card that nobody has ever seen gets 403; the status table has that for a wrong "
                            + "token alone.")
                    .by(unknownGets(403)),
            defect("evc-unknown-card-beside-known-passed-over")
                    .breaks("EVC-CARD-5")
                    .says("A list of a known card and an unknown one succeeds; there is nothing to attach for "
                            + "the latter.")
                    .by(unknownAttached(members -> members.path(LIST).size() > 1)));

    private CardDefects() {}

    /** Cards of the right form are refused. */
    private static Variation<CustomerRecords> refused(Predicate<ObjectNode> when, String problem) {
        return updateRefused(members -> isWellFormed(members.path(LIST)) && when.test(members), LIST, problem);
    }

    private static boolean isWellFormed(JsonNode list) {
        return list.isArray()
                && !list.isEmpty()
                && list.valueStream().allMatch(card -> card.path(ID).isString());
    }

    private static boolean hasNoAlias(ObjectNode members) {
        return members.path(LIST).valueStream().anyMatch(card -> !card.has("card_alias"));
    }

    private static Variation<CustomerRecords> firstAttached() {
        return ofCustomers(Updating.class, next -> (id, members) -> {
            if (members.path(LIST).size() < 2) {
                return next.update(id, members);
            }
            ArrayNode first =
                    Json.object().putArray(LIST).add(members.path(LIST).path(0));
            RequestResult outcome = next.update(id, members.deepCopy().set(LIST, first));
            return outcome instanceof Refusal
                    ? outcome
                    : Refusal.of(Refusal.Reason.INVALID, LIST, "has cards that were passed over");
        });
    }

    /** What some languages take for empty, but for null and a list. */
    private static boolean isNothing(JsonNode list) {
        boolean zero = list.isNumber() && list.asDouble() == 0;
        boolean none = list.isObject() && list.isEmpty();
        return zero || none || Value.isEmpty(list) || Value.isFalse(list);
    }

    private static Predicate<JsonNode> first(Predicate<JsonNode> id) {
        return list -> list.isArray() && !list.isEmpty() && id.test(list.path(0).path(ID));
    }

    /** A list of a wrong form is passed over, and the update carried out. */
    private static Variation<CustomerRecords> taken(Predicate<JsonNode> when) {
        Predicate<ObjectNode> fits = members -> members.has(LIST) && when.test(members.path(LIST));
        return ofCustomers(
                        UpdateRules.class,
                        next -> members -> next.complaints(fits.test(members) ? without(members) : members))
                .and(ofCustomers(
                        Updating.class,
                        next -> (id, members) -> next.update(id, fits.test(members) ? without(members) : members)));
    }

    private static ObjectNode without(ObjectNode members) {
        ObjectNode rest = members.deepCopy();
        rest.remove(LIST);
        return rest;
    }

    private static Variation<CustomerRecords> unknownAttached(Predicate<ObjectNode> when) {
        return ofCustomers(Updating.class, next -> (id, members) -> {
            RequestResult outcome = next.update(id, members);
            return isUnknown(outcome) && when.test(members) ? next.update(id, without(members)) : outcome;
        });
    }

    private static Variation<CustomerRecords> unknownGets(int status) {
        return answering(CardDefects::isUnknown, draft -> draft.withStatus(status));
    }

    private static boolean isUnknown(RequestResult outcome) {
        return outcome instanceof Refusal refusal
                && refusal.complaints().stream()
                        .anyMatch(complaint -> complaint.problem().equals("has a card that isn't known"));
    }
}
