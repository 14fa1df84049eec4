package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.CustomerBreach.answering;
import static io.chargeproof.sandbox.defect.CustomerBreach.failing;
import static io.chargeproof.sandbox.defect.CustomerBreach.updateRefused;
import static io.chargeproof.sandbox.defect.CustomerOutcome.invalid;
import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.Done;
import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.customer.Refusal;
import io.chargeproof.sandbox.customer.Updating;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Trouble with updates: right ones that are refused, and ids that nobody has. */
final class UpdateDefects {
    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-update-wants-cards", updateRefused(body -> !body.has("card_list"), "card_list", "is missing")),
            entry("evc-update-without-billing-account", refused("billing_account_number")),
            entry("evc-update-without-company", refused("company_name")),
            entry(
                    "evc-update-wants-password",
                    updateRefused(body -> !body.has("password") && body.size() > 1, "password", "is missing")),
            entry("evc-second-update-refused", repeatRefused(count -> count == 2)),
            entry("evc-third-update-refused", repeatRefused(count -> count >= 3)),
            entry("evc-repeated-update-409", repeatFails()),
            entry("evc-unknown-customer-404", unknownGets(404)),
            entry("evc-unknown-customer-403", unknownGets(403)),
            entry("evc-unknown-customer-500", unknownGets(500)),
            entry("evc-unknown-customer-410", unknownGets(410)),
            entry("evc-unknown-customer-updated", taken(UpdateDefects::isNumber, invalid("customerId"))),
            entry("evc-unknown-customer-created", unknownCreated()),
            entry(
                    "evc-unknown-customer-without-data",
                    answering(UpdateDefects::isUnknown, draft -> draft.edited(body -> body.remove("data")))),
            entry("evc-letters-for-id-taken", taken(UpdateDefects::isLetters, invalid("customerId"))),
            entry("evc-zero-for-id-taken", taken("0"::equals, invalid("customerId"))),
            entry("evc-minus-one-for-id-taken", taken("-1"::equals, invalid("customerId"))),
            entry("evc-upward-path-taken", taken(UpdateDefects::isUpwards, invalid("customerId"))),
            entry("evc-long-id-taken", taken(UpdateDefects::isLong, invalid("customerId"))),
            entry("evc-long-id-500", idGets(500, UpdateDefects::isLong)),
            entry("evc-letters-for-id-500", idGets(500, UpdateDefects::isLetters)),
            entry("evc-upward-path-500", idGets(500, UpdateDefects::isUpwards)),
            entry("evc-letters-for-id-404", idGets(404, UpdateDefects::isLetters)),
            entry("evc-upward-path-404", idGets(404, UpdateDefects::isUpwards)),
            entry("evc-zero-for-id-403", idGets(403, "0"::equals)),
            entry("evc-minus-one-for-id-422", idGets(422, "-1"::equals)),
            entry("evc-long-id-404", idGets(404, UpdateDefects::isLong)));

    private UpdateDefects() {}

    private static Variation refused(String member) {
        return updateRefused(body -> body.has(member), member, "is not a member of a customer");
    }

    private static Variation repeatRefused(IntPredicate when) {
        return provider -> {
            Map<String, Integer> counts = new ConcurrentHashMap<>();
            return provider.withCustomerStep(
                    Updating.class,
                    next -> (id, members) -> when.test(counts.merge(id + members, 1, Integer::sum))
                            ? Refusal.of(Refusal.Reason.INVALID, "body", "changes nothing")
                            : next.update(id, members));
        };
    }

    private static Variation repeatFails() {
        return provider -> {
            Map<String, Integer> counts = new ConcurrentHashMap<>();
            return failing(
                            409,
                            (request, decoded) -> request.method().equals("PUT")
                                    && CustomerBreach.members(decoded).isPresent()
                                    && counts.merge(
                                                    request.rawPath()
                                                            + request.body().text(),
                                                    1,
                                                    Integer::sum)
                                            > 1)
                    .vary(provider);
        };
    }

    private static boolean isUnknown(Outcome outcome) {
        return outcome instanceof Refusal refusal
                && refusal.complaints().stream()
                        .anyMatch(complaint -> complaint.problem().equals("belongs to no customer"));
    }

    private static Variation unknownGets(int status) {
        return answering(UpdateDefects::isUnknown, draft -> draft.withStatus(status));
    }

    private static Variation taken(Predicate<String> id, Predicate<Outcome> when) {
        return ofCustomers(Updating.class, next -> (given, members) -> {
            Outcome outcome = next.update(given, members);
            return id.test(given) && when.test(outcome) ? new Done(Done.Operation.UPDATE, 0) : outcome;
        });
    }

    private static Variation unknownCreated() {
        return provider -> provider.withCustomerStep(Updating.class, next -> (id, members) -> {
            Outcome outcome = next.update(id, members);
            return isUnknown(outcome)
                    ? new Done(Done.Operation.CREATE, provider.customers().add(members))
                    : outcome;
        });
    }

    private static Variation idGets(int status, Predicate<String> id) {
        return answering(
                (request, outcome) ->
                        request.method().equals("PUT") && invalid("customerId").test(outcome) && id.test(idOf(request)),
                draft -> draft.withStatus(status));
    }

    private static String idOf(Request request) {
        List<String> segments = request.segments();
        return String.join("/", segments.subList(Math.min(3, segments.size()), segments.size()));
    }

    private static boolean isNumber(String id) {
        return id.matches("[1-9][0-9]{0,17}");
    }

    private static boolean isLetters(String id) {
        return id.matches("[A-Za-z]+");
    }

    private static boolean isUpwards(String id) {
        return id.contains("..");
    }

    private static boolean isLong(String id) {
        return id.matches("[0-9]{100,}");
    }
}
