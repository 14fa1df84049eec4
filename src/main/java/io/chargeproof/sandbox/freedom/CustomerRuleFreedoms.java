package io.chargeproof.sandbox.freedom;

import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.Complaint;
import io.chargeproof.sandbox.customer.CreationRules;
import io.chargeproof.sandbox.customer.Refusal;
import io.chargeproof.sandbox.customer.Registration;
import io.chargeproof.sandbox.customer.UpdateRules;
import io.chargeproof.sandbox.provider.Variation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which members a customer needs, and which values they may have, where the documents don't say. */
final class CustomerRuleFreedoms {
    private static final int LONGEST_TEXT = 100;
    private static final int FIRST_PICTOGRAPH = 0x1F000;
    private static final Set<String> OF_ANY_LENGTH = Set.of("object_id", "info", "password");

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-no-member-is-required", lenient((member, problem) -> problem.matches("is missing|is empty"))),
            entry(
                    "evc-texts-of-any-type",
                    lenient((member, problem) -> CustomerMembers.isFree(member) && problem.equals("is not a string"))),
            entry(
                    "evc-texts-of-any-length",
                    lenient((member, problem) -> CustomerMembers.isFree(member) && problem.startsWith("is longer"))),
            entry(
                    "evc-texts-of-any-character",
                    lenient((member, problem) -> CustomerMembers.isFree(member) && problem.startsWith("has control"))),
            entry("evc-any-language", lenient((member, problem) -> member.equals("preferred_language"))),
            entry(
                    "evc-update-takes-any-value",
                    ofCustomers(
                            UpdateRules.class,
                            next -> members ->
                                    only(next.complaints(members), (member, problem) -> member.equals("card_list")))),
            entry(
                    "evc-lower-case-countries",
                    translated("country_code|invoice_country_code", value -> value.matches("[a-z]{2}"), "NL")),
            entry(
                    "evc-yes-and-no-are-booleans",
                    translated(
                            String.join("|", CustomerMembers.TRUTHS),
                            value -> value.matches("yes|no|1|0|True|False"),
                            "true")),
            entry("evc-any-letter-for-gender", translated("gender", value -> value.matches("[A-Z]"), "F")),
            entry("evc-every-member-is-required", created(CustomerRuleFreedoms::missing)),
            entry("evc-null-is-refused", strict((member, value) -> value.isNull(), "is null")),
            entry(
                    "evc-empty-texts-are-refused",
                    strict(
                            (member, value) ->
                                    value.isString() && value.stringValue().isBlank(),
                            "is empty")),
            entry("evc-texts-of-a-hundred-characters", strict(CustomerRuleFreedoms::isTooLong, "is too long")),
            entry(
                    "evc-pictographs-are-refused",
                    strict((member, value) -> has(value, point -> point >= FIRST_PICTOGRAPH), "has a pictograph")),
            entry(
                    "evc-markup-is-refused",
                    strict((member, value) -> has(value, point -> point == '<' || point == '{'), "has markup")),
            entry("evc-booleans-want-quotes", strict((member, value) -> value.isBoolean(), "is not in quotes")),
            entry(
                    "evc-more-members-are-refused",
                    strict((member, value) -> !CustomerMembers.isDocumented(member), "is not known")),
            entry(
                    "evc-empty-update-is-refused",
                    ofCustomers(
                            UpdateRules.class,
                            next -> members -> members.isEmpty()
                                    ? List.of(new Complaint("body", "has no members"))
                                    : next.complaints(members))),
            entry(
                    "evc-object-ids-are-unique",
                    unique("object_id", members -> members.path("object_id").toString())),
            entry(
                    "evc-emails-are-unique",
                    unique("email", members -> members.path("email").toString())),
            entry(
                    "evc-names-are-unique",
                    unique("last_name", members -> members.path("first_name") + " " + members.path("last_name"))));

    private CustomerRuleFreedoms() {}

    /** Some complaints aren't made. */
    private static Variation lenient(BiPredicate<String, String> forgiven) {
        return ofCustomers(CreationRules.class, next -> members -> only(next.complaints(members), forgiven.negate()))
                .and(ofCustomers(
                        UpdateRules.class, next -> members -> only(next.complaints(members), forgiven.negate())));
    }

    private static List<Complaint> only(List<Complaint> complaints, BiPredicate<String, String> kept) {
        return complaints.stream()
                .filter(complaint -> kept.test(complaint.part(), complaint.problem()))
                .toList();
    }

    /** Some values are judged as if another stood there. */
    private static Variation translated(String names, Predicate<String> when, String other) {
        Function<ObjectNode, ObjectNode> translation = members -> {
            ObjectNode copy = members.deepCopy();
            members.propertyStream()
                    .filter(member ->
                            member.getKey().matches(names) && member.getValue().isString())
                    .filter(member -> when.test(member.getValue().stringValue()))
                    .forEach(member -> copy.put(member.getKey(), other));
            return copy;
        };
        return ofCustomers(CreationRules.class, next -> members -> next.complaints(translation.apply(members)))
                .and(ofCustomers(UpdateRules.class, next -> members -> next.complaints(translation.apply(members))));
    }

    /** More complaints are made. */
    private static Variation strict(BiPredicate<String, JsonNode> wrong, String problem) {
        Function<ObjectNode, List<Complaint>> more = members -> members.propertyStream()
                .filter(member -> wrong.test(member.getKey(), member.getValue()))
                .map(member -> new Complaint(member.getKey(), problem))
                .toList();
        return created(more)
                .and(ofCustomers(
                        UpdateRules.class, next -> members -> both(next.complaints(members), more.apply(members))));
    }

    private static Variation created(Function<ObjectNode, List<Complaint>> more) {
        return ofCustomers(CreationRules.class, next -> members -> both(next.complaints(members), more.apply(members)));
    }

    private static List<Complaint> both(List<Complaint> some, List<Complaint> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static List<Complaint> missing(ObjectNode members) {
        return CustomerMembers.ALL.stream()
                .filter(name -> !members.has(name))
                .map(name -> new Complaint(name, "is missing"))
                .toList();
    }

    private static boolean isTooLong(String member, JsonNode value) {
        return value.isString() && value.stringValue().length() > LONGEST_TEXT && !OF_ANY_LENGTH.contains(member);
    }

    private static boolean has(JsonNode value, IntPredicate kind) {
        return value.isString() && value.stringValue().codePoints().anyMatch(kind);
    }

    private static Variation unique(String member, Function<ObjectNode, String> key) {
        return provider -> {
            Set<String> keys = ConcurrentHashMap.newKeySet();
            return provider.withCustomerStep(
                    Registration.class,
                    next -> members -> keys.add(key.apply(members))
                            ? next.register(members)
                            : Refusal.of(Refusal.Reason.INVALID, member, "is taken by another customer"));
        };
    }
}
