package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerDeviations.answering;
import static io.chargeproof.sandbox.evcnet.CustomerDeviations.failing;
import static io.chargeproof.sandbox.evcnet.CustomerDeviations.failingOn;
import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.behaviour.Value;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.RequestPipeline;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Statuses that aren't in the table. */
final class CustomerStatusDefects {
    private static final Set<String> CHECKED =
            Set.of("email", "invoice_email", "country_code", "invoice_country_code", "time_zone", "gender");

    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            defect("evc-create-answers-201")
                    .breaks("EVC-HTTP-2")
                    .says("A create that succeeds answers 201; the status table has 200 for success and no 201.")
                    .by(answering(RequestResults::isCreated, draft -> draft.withStatus(201))),
            defect("evc-create-answers-202")
                    .breaks("EVC-HTTP-2")
                    .says("A create that succeeds answers 202; the status table has 200 for success.")
                    .by(answering(RequestResults::isCreated, draft -> draft.withStatus(202))),
            defect("evc-update-answers-204")
                    .breaks("EVC-HTTP-2")
                    .says("An update that succeeds answers 204; the status table has 200 for success.")
                    .by(answering(
                            RequestResults::isUpdated,
                            draft -> draft.withStatus(204).withBody(null))),
            defect("evc-update-answers-202")
                    .breaks("EVC-HTTP-2")
                    .says("An update that succeeds answers 202; the status table has 200 for success.")
                    .by(answering(RequestResults::isUpdated, draft -> draft.withStatus(202))),
            defect("evc-attach-answers-201")
                    .breaks("EVC-HTTP-2")
                    .says("Attaching a card answers 201; the status table has 200 for success.")
                    .by(attachAnswers(201)),
            defect("evc-invalid-value-422")
                    .breaks("EVC-HTTP-2")
                    .says("A value of a wrong form gets 422; the status table has 400 for every error but the "
                            + "key's.")
                    .by(invalidValueAnswers(422)),
            defect("evc-known-object-id-409")
                    .breaks("EVC-HTTP-2")
                    .says("A second customer of the same object_id gets 409; the status table has nothing for a "
                            + "conflict but 400.")
                    .shownBy("EVC-CREATE-13")
                    .by(repeatedAnswers("object_id", 409)),
            defect("evc-known-email-500")
                    .breaks("EVC-HTTP-2")
                    .says("A second customer of the same email gets 500; the status table has 400 for errors.")
                    .by(repeatedAnswers("email", 500)),
            defect("evc-card-of-another-409")
                    .breaks("EVC-HTTP-2")
                    .says("A card that another customer has gets 409; the status table has nothing for a "
                            + "conflict but 400.")
                    .shownBy("EVC-CARD-6")
                    .by(cardOfAnotherAnswers(409)),
            defect("evc-empty-card-list-500")
                    .breaks("EVC-HTTP-2")
                    .says("An empty list of cards gets 500; the status table has no such status.")
                    .by(failingOn(500, body -> isEmptyList(body.path("card_list")))),
            defect("evc-same-card-twice-500")
                    .breaks("EVC-HTTP-2")
                    .says("A card that stands twice in the list gets 500; the status table has no such status.")
                    .shownBy("EVC-CARD-6")
                    .by(failingOn(500, body -> hasTwins(body.path("card_list")))),
            defect("evc-missing-request-id-500")
                    .breaks("EVC-HTTP-2")
                    .says("A request without X-Request-ID gets 500; the headers table shows an example, and the "
                            + "status table no 500.")
                    .by(headerMissing("x-request-id")),
            defect("evc-request-id-of-letters-500")
                    .breaks("EVC-HTTP-2")
                    .says("An X-Request-ID that is no number gets 500; the status table has 400 for what is "
                            + "wrong with a request.")
                    .by(headerNot("x-request-id", CustomerStatusDefects::isNumber)),
            defect("evc-other-version-500")
                    .breaks("EVC-HTTP-2")
                    .says("Another x-api-version gets 500; the status table has 400 for what is wrong with a "
                            + "request.")
                    .by(headerNot("x-api-version", "1.1.1"::equals)),
            defect("evc-untyped-body-500")
                    .breaks("EVC-HTTP-2")
                    .says("A body without a media type gets 500; the headers table asks for none.")
                    .by(headerMissing("content-type")),
            defect("evc-put-without-id-500")
                    .breaks("EVC-HTTP-2")
                    .says("PUT on the customers gets 500; the methods table wants an id, and the status table "
                            + "has no 500.")
                    .by(onPath("PUT", path -> path.matches("/api/rest/customer/?"))),
            defect("evc-post-with-id-500")
                    .breaks("EVC-HTTP-2")
                    .says("POST on a customer gets 500; the methods table has POST for creation, and the status "
                            + "table no 500.")
                    .by(onPath("POST", path -> path.matches("/api/rest/customer/.+"))),
            defect("evc-delete-500")
                    .breaks("EVC-HTTP-2")
                    .says("DELETE on a customer gets 500; it isn't among the methods, and 500 isn't among the "
                            + "statuses.")
                    .shownBy("EVC-HTTP-12")
                    .by(onPath("DELETE", path -> true)),
            defect("evc-name-from-right-to-left-502")
                    .breaks("EVC-HTTP-2")
                    .says("A last name written from right to left always gets 502; the status table has 200 and "
                            + "400.")
                    .shownBy("EVC-UPDATE-7")
                    .by(failingOn(502, Value.of("last_name", Value::isRightToLeft))),
            defect("evc-markup-in-city-504")
                    .breaks("EVC-HTTP-2")
                    .says("Markup for a city always gets 504; the status table has 200 and 400.")
                    .shownBy("EVC-UPDATE-7")
                    .by(failingOn(504, Value.of("city", Value::isMarkup))),
            defect("evc-list-for-phone-hangs-up")
                    .breaks("EVC-HTTP-2")
                    .says("A list for the phone gets no answer at all; the status table has 400 for it.")
                    .shownBy("EVC-UPDATE-7")
                    .by(failingOn(0, Value.of("phone", JsonNode::isArray))),
            defect("evc-every-tenth-request-500")
                    .breaks("EVC-HTTP-2")
                    .says("Every tenth request with a valid token gets 500; the status table has no such status.")
                    .by(everyTenth()));

    private CustomerStatusDefects() {}

    private static Variation<CustomerRecords> attachAnswers(int status) {
        return ofCustomers(RequestPipeline.class, next -> (pipeline, request) -> {
            var answer = next.answer(pipeline, request);
            boolean cards = request.body().text().contains("card_list");
            return cards && answer.status() == 200 ? answer.withStatus(status) : answer;
        });
    }

    private static Variation<CustomerRecords> invalidValueAnswers(int status) {
        return answering(
                outcome -> CHECKED.stream()
                        .anyMatch(member -> RequestResults.invalid(member).test(outcome)),
                draft -> draft.withStatus(status));
    }

    private static Variation<CustomerRecords> repeatedAnswers(String member, int status) {
        return service -> {
            Set<String> seen = ConcurrentHashMap.newKeySet();
            return failing(
                            status,
                            (request, decoded) -> request.method().equals("POST")
                                    && CustomerDeviations.members(decoded)
                                            .map(body -> body.path(member))
                                            .filter(JsonNode::isString)
                                            .filter(value -> !seen.add(value.stringValue()))
                                            .isPresent())
                    .vary(service);
        };
    }

    private static Variation<CustomerRecords> cardOfAnotherAnswers(int status) {
        return ofCustomers(
                CustomerRendering.class,
                next -> (request, outcome) -> isHeldByAnother(outcome)
                        ? next.render(request, outcome).withStatus(status)
                        : next.render(request, outcome));
    }

    private static boolean isHeldByAnother(RequestResult outcome) {
        return outcome instanceof Refusal refusal
                && refusal.complaints().stream()
                        .anyMatch(complaint -> complaint.problem().contains("another customer"));
    }

    private static boolean isEmptyList(JsonNode list) {
        return list.isArray() && list.isEmpty();
    }

    private static boolean hasTwins(JsonNode list) {
        return list.isArray() && new HashSet<>(list.values()).size() < list.size();
    }

    private static Variation<CustomerRecords> headerMissing(String name) {
        return failing(
                500,
                (request, decoded) ->
                        isOffered(request) && request.headers().all(name).isEmpty());
    }

    private static Variation<CustomerRecords> headerNot(String name, Predicate<String> fine) {
        return failing(
                500,
                (request, decoded) -> isOffered(request)
                        && !request.headers().all(name).stream().allMatch(fine));
    }

    private static boolean isOffered(Request request) {
        return request.method().equals("POST") || request.method().equals("PUT");
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]+");
    }

    private static Variation<CustomerRecords> onPath(String method, Predicate<String> path) {
        return failing(500, (request, decoded) -> request.method().equals(method) && path.test(request.rawPath()));
    }

    private static Variation<CustomerRecords> everyTenth() {
        return service -> {
            AtomicInteger count = new AtomicInteger();
            return failing(500, (request, decoded) -> count.incrementAndGet() % 10 == 0)
                    .vary(service);
        };
    }
}
