package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerDeviations.answering;
import static io.chargeproof.sandbox.evcnet.CustomerDeviations.failing;
import static io.chargeproof.sandbox.evcnet.CustomerDeviations.updateRefused;
import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.evcnet.RequestResults.invalid;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Trouble with updates: right ones that are refused, and ids that nobody has. */
final class UpdateDefects {
    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            defect("evc-update-wants-cards")
                    .breaks("EVC-UPDATE-1")
                    .says("An update without a card_list is refused; the methods table has updating and "
                            + "attaching each on its own.")
                    .by(updateRefused(body -> !body.has("card_list"), "card_list", "is missing")),
            defect("evc-update-without-billing-account")
                    .breaks("EVC-UPDATE-1")
                    .says("An update with a billing_account_number is refused; the example has one.")
                    .by(refused("billing_account_number")),
            defect("evc-update-without-company")
                    .breaks("EVC-UPDATE-1")
                    .says("An update with a company_name is refused; the example has one.")
                    .by(refused("company_name")),
            defect("evc-update-wants-password")
                    .breaks("EVC-UPDATE-1")
                    .says("An update of several members without a password is refused; the example has none.")
                    .by(updateRefused(body -> !body.has("password") && body.size() > 1, "password", "is missing")),
            defect("evc-second-update-refused")
                    .breaks("EVC-UPDATE-2")
                    .says("The same update gets 400 the second time, as it changes nothing; PUT may be sent again.")
                    .by(repeatRefused(count -> count == 2)),
            defect("evc-third-update-refused")
                    .breaks("EVC-UPDATE-2")
                    .says("The same update gets 400 from the third time on; PUT may be sent again.")
                    .by(repeatRefused(count -> count >= 3)),
            defect("evc-repeated-update-409")
                    .breaks("EVC-UPDATE-2")
                    .says("The same update gets 409 the second time; PUT may be sent again.")
                    .by(repeatFails()),
            defect("evc-unknown-customer-404")
                    .breaks("EVC-UPDATE-3")
                    .says("An update of a customer that isn't there gets 404; the status table has 400 for errors.")
                    .by(unknownGets(404)),
            defect("evc-unknown-customer-403")
                    .breaks("EVC-UPDATE-3")
                    .says("An update of a customer that isn't there gets 403; the status table has that for a "
                            + "wrong token alone.")
                    .by(unknownGets(403)),
            defect("evc-unknown-customer-500")
                    .breaks("EVC-UPDATE-3")
                    .says("An update of a customer that isn't there gets 500; the status table has 400 for errors.")
                    .by(unknownGets(500)),
            defect("evc-unknown-customer-410")
                    .breaks("EVC-UPDATE-3")
                    .says("An update of a customer that isn't there gets 410; the status table has 400 for errors.")
                    .by(unknownGets(410)),
            defect("evc-unknown-customer-updated")
                    .breaks("EVC-UPDATE-3")
                    .says("An update of a customer that isn't there succeeds; the methods table has PUT for one "
                            + "that is.")
                    .by(taken(id -> isNumber(id) || isObjectId(id), invalid("customerId"))),
            defect("evc-unknown-customer-created")
                    .breaks("EVC-UPDATE-3")
                    .says("An update of a customer that isn't there creates one; the methods table has POST for "
                            + "that.")
                    .by(unknownCreated()),
            defect("evc-unknown-customer-without-data")
                    .breaks("EVC-UPDATE-3")
                    .says("An update of a customer that isn't there gets a 400 without data; the status table "
                            + "sends the client to it.")
                    .by(answering(UpdateDefects::isUnknown, draft -> draft.edited(body -> body.remove("data")))),
            defect("evc-letters-for-id-taken")
                    .breaks("EVC-UPDATE-4")
                    .says("An update succeeds with letters for an id; no customer has such an id.")
                    .by(taken(UpdateDefects::isLetters, invalid("customerId"))),
            defect("evc-zero-for-id-taken")
                    .breaks("EVC-UPDATE-4")
                    .says("An update succeeds with 0 for an id; no customer has such an id.")
                    .by(taken("0"::equals, invalid("customerId"))),
            defect("evc-minus-one-for-id-taken")
                    .breaks("EVC-UPDATE-4")
                    .says("An update succeeds with -1 for an id; no customer has such an id.")
                    .by(taken("-1"::equals, invalid("customerId"))),
            defect("evc-upward-path-taken")
                    .breaks("EVC-UPDATE-4")
                    .says("An update succeeds with a step upwards for an id; no customer has such an id.")
                    .by(taken(UpdateDefects::isUpwards, invalid("customerId"))),
            defect("evc-long-id-taken")
                    .breaks("EVC-UPDATE-4")
                    .says("An update succeeds with hundreds of digits for an id; no customer has such an id.")
                    .by(taken(UpdateDefects::isLong, invalid("customerId"))),
            defect("evc-long-id-500")
                    .breaks("EVC-UPDATE-4")
                    .says("Hundreds of digits for an id get 500; the status table has no such status.")
                    .by(idGets(500, UpdateDefects::isLong)),
            defect("evc-letters-for-id-500")
                    .breaks("EVC-UPDATE-4")
                    .says("Letters for an id get 500; the status table has no such status.")
                    .by(idGets(500, UpdateDefects::isLetters)),
            defect("evc-upward-path-500")
                    .breaks("EVC-UPDATE-4")
                    .says("A step upwards for an id gets 500; the status table has no such status.")
                    .by(idGets(500, UpdateDefects::isUpwards)),
            defect("evc-letters-for-id-404")
                    .breaks("EVC-UPDATE-5")
                    .says("Letters for an id get 404; the status table has 400 for errors.")
                    .by(idGets(404, UpdateDefects::isLetters)),
            defect("evc-upward-path-404")
                    .breaks("EVC-UPDATE-5")
                    .says("A step upwards for an id gets 404; the status table has 400 for errors.")
                    .by(idGets(404, UpdateDefects::isUpwards)),
            defect("evc-zero-for-id-403")
                    .breaks("EVC-UPDATE-5")
                    .says("An id of 0 gets 403; the status table has 400 for errors.")
                    .by(idGets(403, "0"::equals)),
            defect("evc-minus-one-for-id-422")
                    .breaks("EVC-UPDATE-5")
                    .says("An id of -1 gets 422; the status table has 400 for errors.")
                    .by(idGets(422, "-1"::equals)),
            defect("evc-long-id-404")
                    .breaks("EVC-UPDATE-5")
                    .says("Hundreds of digits for an id get 404; the status table has 400 for errors.")
                    .by(idGets(404, UpdateDefects::isLong)));

    private UpdateDefects() {}

    private static Variation<CustomerRecords> refused(String member) {
        return updateRefused(body -> body.has(member), member, "is not a member of a customer");
    }

    private static Variation<CustomerRecords> repeatRefused(IntPredicate when) {
        return service -> {
            Map<String, Integer> counts = new ConcurrentHashMap<>();
            return service.with(
                    Updating.class,
                    next -> (id, members) -> when.test(counts.merge(id + members, 1, Integer::sum))
                            ? Refusal.of(Refusal.Reason.INVALID, "body", "changes nothing")
                            : next.update(id, members));
        };
    }

    private static Variation<CustomerRecords> repeatFails() {
        return service -> {
            Map<String, Integer> counts = new ConcurrentHashMap<>();
            return failing(
                            409,
                            (request, decoded) -> request.method().equals("PUT")
                                    && CustomerDeviations.members(decoded).isPresent()
                                    && counts.merge(
                                                    request.rawPath()
                                                            + request.body().text(),
                                                    1,
                                                    Integer::sum)
                                            > 1)
                    .vary(service);
        };
    }

    private static boolean isUnknown(RequestResult outcome) {
        return outcome instanceof Refusal refusal
                && refusal.complaints().stream()
                        .anyMatch(complaint -> complaint.problem().equals("belongs to no customer"));
    }

    private static Variation<CustomerRecords> unknownGets(int status) {
        return answering(UpdateDefects::isUnknown, draft -> draft.withStatus(status));
    }

    private static Variation<CustomerRecords> taken(Predicate<String> id, Predicate<RequestResult> when) {
        return ofCustomers(Updating.class, next -> (given, members) -> {
            RequestResult outcome = next.update(given, members);
            return id.test(given) && when.test(outcome) ? new Accepted(Accepted.Operation.UPDATE, 0) : outcome;
        });
    }

    private static Variation<CustomerRecords> unknownCreated() {
        return service -> service.with(Updating.class, next -> (id, members) -> {
            RequestResult outcome = next.update(id, members);
            return isUnknown(outcome)
                    ? new Accepted(Accepted.Operation.CREATE, service.records().add(members))
                    : outcome;
        });
    }

    private static Variation<CustomerRecords> idGets(int status, Predicate<String> id) {
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

    /** As the harness gives them. */
    private static boolean isObjectId(String id) {
        return id.matches("CP[a-z0-9]+");
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
