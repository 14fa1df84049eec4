package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.CustomerBreach.answering;
import static io.chargeproof.sandbox.defect.CustomerBreach.updateRefused;
import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.customer.Refusal;
import io.chargeproof.sandbox.customer.UpdateRules;
import io.chargeproof.sandbox.customer.Updating;
import io.chargeproof.sandbox.provider.Variation;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Trouble with cards: right ones that are refused, and wrong ones that are taken. */
final class CardDefects {
    private static final String LIST = "card_list";
    private static final String ID = "card_external_id";

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-cards-never-taken", refused(members -> true, "is not supported")),
            entry("evc-one-card-refused", refused(members -> members.path(LIST).size() == 1, "has too few cards")),
            entry("evc-cards-want-names-of-their-own", refused(CardDefects::hasNoAlias, "has a card without a name")),
            entry(
                    "evc-cards-in-texts-wanted",
                    refused(members -> members.path(LIST).path(0).isObject(), "is not a list of texts")),
            entry("evc-two-cards-refused", refused(members -> members.path(LIST).size() > 1, "has too many cards")),
            entry("evc-first-of-two-cards-attached", firstAttached()),
            entry(
                    "evc-two-cards-500",
                    CustomerBreach.failingOn(
                            "PUT", 500, members -> members.path(LIST).size() > 1)),
            entry(
                    "evc-cards-alone-refused",
                    refused(members -> members.size() == 1, "needs the customer's names beside it")),
            entry("evc-cards-want-email", refused(members -> !members.has("email"), "needs an email beside it")),
            entry("evc-object-for-cards-taken", taken(JsonNode::isObject)),
            entry("evc-text-for-cards-taken", taken(JsonNode::isString)),
            entry("evc-nothing-for-cards-taken", taken(CardDefects::isNothing)),
            entry("evc-card-without-id-taken", taken(first(JsonNode::isMissingNode))),
            entry("evc-card-with-null-id-taken", taken(first(JsonNode::isNull))),
            entry("evc-card-with-empty-id-taken", taken(first(Value::isEmpty))),
            entry("evc-card-with-number-id-taken", taken(first(JsonNode::isNumber))),
            entry("evc-unknown-card-attached", unknownAttached(members -> true)),
            entry("evc-unknown-card-404", unknownGets(404)),
            entry("evc-unknown-card-500", unknownGets(500)),
            entry("evc-unknown-card-403", unknownGets(403)),
            entry(
                    "evc-unknown-card-beside-known-passed-over",
                    unknownAttached(members -> members.path(LIST).size() > 1)));

    private CardDefects() {}

    /** Cards of the right form are refused. */
    private static Variation refused(Predicate<ObjectNode> when, String problem) {
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

    private static Variation firstAttached() {
        return ofCustomers(Updating.class, next -> (id, members) -> {
            if (members.path(LIST).size() < 2) {
                return next.update(id, members);
            }
            ArrayNode first =
                    Json.object().putArray(LIST).add(members.path(LIST).path(0));
            Outcome outcome = next.update(id, members.deepCopy().set(LIST, first));
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
    private static Variation taken(Predicate<JsonNode> when) {
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

    private static Variation unknownAttached(Predicate<ObjectNode> when) {
        return ofCustomers(Updating.class, next -> (id, members) -> {
            Outcome outcome = next.update(id, members);
            return isUnknown(outcome) && when.test(members) ? next.update(id, without(members)) : outcome;
        });
    }

    private static Variation unknownGets(int status) {
        return answering(CardDefects::isUnknown, draft -> draft.withStatus(status));
    }

    private static boolean isUnknown(Outcome outcome) {
        return outcome instanceof Refusal refusal
                && refusal.complaints().stream()
                        .anyMatch(complaint -> complaint.problem().equals("has a card that isn't known"));
    }
}
