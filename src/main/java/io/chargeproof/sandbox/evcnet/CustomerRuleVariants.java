package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.provider.Deviation.variant;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import java.util.List;
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
final class CustomerRuleVariants {
    private static final int LONGEST_TEXT = 100;
    private static final int FIRST_PICTOGRAPH = 0x1F000;
    private static final Set<String> OF_ANY_LENGTH = Set.of("object_id", "info", "password");

    static final List<Deviation<CustomerRecords>> VARIANTS = List.of(
            variant("evc-no-member-is-required")
                    .of("EVC-CREATE-12")
                    .says("A customer can be created of no members at all; the page marks none as required.")
                    .by(lenient((member, problem) -> problem.matches("is missing|is empty"))),
            variant("evc-texts-of-any-type")
                    .of("EVC-CREATE-8")
                    .says("A number or an object is taken where the example has text; the page doesn't say that "
                            + "it isn't.")
                    .by(lenient(
                            (member, problem) -> CustomerMembers.isFree(member) && problem.equals("is not a string"))),
            variant("evc-texts-of-any-length")
                    .of("EVC-CREATE-8")
                    .says("A text of any length is taken; the page sets no limit.")
                    .by(lenient(
                            (member, problem) -> CustomerMembers.isFree(member) && problem.startsWith("is longer"))),
            variant("evc-texts-of-any-character")
                    .of("EVC-CREATE-8")
                    .says("Control characters are taken in texts; the page doesn't say that they aren't.")
                    .by(lenient(
                            (member, problem) -> CustomerMembers.isFree(member) && problem.startsWith("has control"))),
            variant("evc-any-language")
                    .of("EVC-CREATE-8")
                    .says("Any preferred_language is taken; the page doesn't say which there are.")
                    .by(lenient((member, problem) -> member.equals("preferred_language"))),
            variant("evc-update-takes-any-value")
                    .of("EVC-CREATE-7")
                    .says("An update takes any value of any member but the cards; the page says nothing about "
                            + "checks.")
                    .by(ofCustomers(
                            UpdateRules.class,
                            next -> members ->
                                    only(next.complaints(members), (member, problem) -> member.equals("card_list")))),
            variant("evc-lower-case-countries")
                    .of("EVC-CREATE-7")
                    .says("Countries are taken in lower case; the example has capitals and no rule.")
                    .by(translated("country_code|invoice_country_code", value -> value.matches("[a-z]{2}"), "NL")),
            variant("evc-yes-and-no-are-booleans")
                    .of("EVC-CREATE-7")
                    .says("Other words than true and false are taken for booleans; the example has these two "
                            + "and no rule.")
                    .by(translated(
                            String.join("|", CustomerMembers.TRUTHS),
                            value -> value.matches("yes|no|1|0|True|False"),
                            "true")),
            variant("evc-any-letter-for-gender")
                    .of("EVC-CREATE-7")
                    .says("Any letter is taken for a gender; the example has one and no list.")
                    .by(translated("gender", value -> value.matches("[A-Z]"), "F")),
            variant("evc-every-member-is-required")
                    .of("EVC-CREATE-12")
                    .says("A create needs all the members of the example; the page marks none as optional.")
                    .by(created(CustomerRuleVariants::missing)),
            variant("evc-null-is-refused")
                    .of("EVC-CREATE-8")
                    .says("A member that is null is refused; the page doesn't say that it may be.")
                    .by(strict((member, value) -> value.isNull(), "is null")),
            variant("evc-empty-texts-are-refused")
                    .of("EVC-CREATE-8")
                    .says("A member that is empty is refused; the page doesn't say that it may be.")
                    .by(strict(
                            (member, value) ->
                                    value.isString() && value.stringValue().isBlank(),
                            "is empty")),
            variant("evc-texts-of-a-hundred-characters")
                    .of("EVC-CREATE-8")
                    .says("A text of more than a hundred characters is refused; the page sets no limit.")
                    .by(strict(CustomerRuleVariants::isTooLong, "is too long")),
            variant("evc-pictographs-are-refused")
                    .of("EVC-CREATE-8")
                    .says("Emoji are refused; the page doesn't speak of them.")
                    .by(strict((member, value) -> has(value, point -> point >= FIRST_PICTOGRAPH), "has a pictograph")),
            variant("evc-markup-is-refused")
                    .of("EVC-CREATE-8")
                    .says("Angle brackets and braces in a text are refused with 400; the page doesn't speak of "
                            + "them.")
                    .by(strict((member, value) -> has(value, point -> point == '<' || point == '{'), "has markup")),
            variant("evc-booleans-want-quotes")
                    .of("EVC-CREATE-4")
                    .says("Booleans have to be in quotes; the example writes them so.")
                    .by(strict((member, value) -> value.isBoolean(), "is not in quotes")),
            variant("evc-more-members-are-refused")
                    .of("EVC-CREATE-11")
                    .says("A member that isn't documented is refused with 400; the page doesn't say that it may "
                            + "be there.")
                    .by(strict((member, value) -> !CustomerMembers.isDocumented(member), "is not known")),
            variant("evc-empty-update-is-refused")
                    .of("EVC-UPDATE-6")
                    .says("An update of no members is refused; the page doesn't say that it may have none.")
                    .by(ofCustomers(
                            UpdateRules.class,
                            next -> members -> members.isEmpty()
                                    ? List.of(new Complaint("body", "has no members"))
                                    : next.complaints(members))),
            variant("evc-object-ids-are-unique")
                    .of("EVC-CREATE-13")
                    .says("A second customer of the same object_id is refused; the page doesn't say whether it "
                            + "may be.")
                    .by(unique("object_id", members -> members.path("object_id").toString())),
            variant("evc-emails-are-unique")
                    .of("EVC-CREATE-13")
                    .says("A second customer of the same email is refused; the page doesn't say whether it may be.")
                    .by(unique("email", members -> members.path("email").toString())),
            variant("evc-names-are-unique")
                    .of("EVC-CREATE-13")
                    .says("A second customer of the same first and last name is refused; the page doesn't say "
                            + "whether it may be.")
                    .by(unique("last_name", members -> members.path("first_name") + " " + members.path("last_name"))));

    private CustomerRuleVariants() {}

    /** Some complaints aren't made. */
    private static Variation<CustomerRecords> lenient(BiPredicate<String, String> forgiven) {
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
    private static Variation<CustomerRecords> translated(String names, Predicate<String> when, String other) {
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
    private static Variation<CustomerRecords> strict(BiPredicate<String, JsonNode> wrong, String problem) {
        Function<ObjectNode, List<Complaint>> more = members -> members.propertyStream()
                .filter(member -> wrong.test(member.getKey(), member.getValue()))
                .map(member -> new Complaint(member.getKey(), problem))
                .toList();
        return created(more)
                .and(ofCustomers(
                        UpdateRules.class, next -> members -> both(next.complaints(members), more.apply(members))));
    }

    private static Variation<CustomerRecords> created(Function<ObjectNode, List<Complaint>> more) {
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

    private static Variation<CustomerRecords> unique(String member, Function<ObjectNode, String> key) {
        return service -> {
            Set<String> keys = ConcurrentHashMap.newKeySet();
            return service.with(
                    Registration.class,
                    next -> members -> keys.add(key.apply(members))
                            ? next.register(members)
                            : Refusal.of(Refusal.Reason.INVALID, member, "is taken by another customer"));
        };
    }
}
