package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.CustomerBreach.answering;
import static io.chargeproof.sandbox.defect.CustomerBreach.failing;
import static io.chargeproof.sandbox.defect.CustomerBreach.failingOn;
import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.CustomerRendering;
import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.customer.Refusal;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Exchanging;
import io.chargeproof.sandbox.wire.Request;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Statuses that aren't in the table. */
final class CustomerStatusDefects {
    private static final Set<String> CHECKED =
            Set.of("email", "invoice_email", "country_code", "invoice_country_code", "time_zone", "gender");

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-create-answers-201", answering(CustomerOutcome::isCreated, draft -> draft.withStatus(201))),
            entry("evc-create-answers-202", answering(CustomerOutcome::isCreated, draft -> draft.withStatus(202))),
            entry(
                    "evc-update-answers-204",
                    answering(
                            CustomerOutcome::isUpdated,
                            draft -> draft.withStatus(204).withBody(null))),
            entry("evc-update-answers-202", answering(CustomerOutcome::isUpdated, draft -> draft.withStatus(202))),
            entry("evc-attach-answers-201", attachAnswers(201)),
            entry("evc-invalid-value-422", invalidValueAnswers(422)),
            entry("evc-known-object-id-409", repeatedAnswers("object_id", 409)),
            entry("evc-known-email-500", repeatedAnswers("email", 500)),
            entry("evc-card-of-another-409", cardOfAnotherAnswers(409)),
            entry("evc-empty-card-list-500", failingOn(500, body -> isEmptyList(body.path("card_list")))),
            entry("evc-same-card-twice-500", failingOn(500, body -> hasTwins(body.path("card_list")))),
            entry("evc-missing-request-id-500", headerMissing("x-request-id")),
            entry("evc-request-id-of-letters-500", headerNot("x-request-id", CustomerStatusDefects::isNumber)),
            entry("evc-other-version-500", headerNot("x-api-version", "1.1.1"::equals)),
            entry("evc-untyped-body-500", headerMissing("content-type")),
            entry("evc-put-without-id-500", onPath("PUT", path -> path.matches("/api/rest/customer/?"))),
            entry("evc-post-with-id-500", onPath("POST", path -> path.matches("/api/rest/customer/.+"))),
            entry("evc-delete-500", onPath("DELETE", path -> true)),
            entry("evc-name-from-right-to-left-502", failingOn(502, Value.of("last_name", Value::isRightToLeft))),
            entry("evc-markup-in-city-504", failingOn(504, Value.of("city", Value::isMarkup))),
            entry("evc-list-for-phone-hangs-up", failingOn(0, Value.of("phone", JsonNode::isArray))),
            entry("evc-every-tenth-request-500", everyTenth()));

    private CustomerStatusDefects() {}

    private static Variation attachAnswers(int status) {
        return ofCustomers(Exchanging.class, next -> (pipeline, request) -> {
            var answer = next.answer(pipeline, request);
            boolean cards = request.body().text().contains("card_list");
            return cards && answer.status() == 200 ? answer.withStatus(status) : answer;
        });
    }

    private static Variation invalidValueAnswers(int status) {
        return answering(
                outcome -> CHECKED.stream()
                        .anyMatch(member -> CustomerOutcome.invalid(member).test(outcome)),
                draft -> draft.withStatus(status));
    }

    private static Variation repeatedAnswers(String member, int status) {
        return provider -> {
            Set<String> seen = ConcurrentHashMap.newKeySet();
            return failing(
                            status,
                            (request, decoded) -> request.method().equals("POST")
                                    && CustomerBreach.members(decoded)
                                            .map(body -> body.path(member))
                                            .filter(JsonNode::isString)
                                            .filter(value -> !seen.add(value.stringValue()))
                                            .isPresent())
                    .vary(provider);
        };
    }

    private static Variation cardOfAnotherAnswers(int status) {
        return ofCustomers(
                CustomerRendering.class,
                next -> (request, outcome) -> isHeldByAnother(outcome)
                        ? next.render(request, outcome).withStatus(status)
                        : next.render(request, outcome));
    }

    private static boolean isHeldByAnother(Outcome outcome) {
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

    private static Variation headerMissing(String name) {
        return failing(
                500,
                (request, decoded) ->
                        isOffered(request) && request.headers().all(name).isEmpty());
    }

    private static Variation headerNot(String name, Predicate<String> fine) {
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

    private static Variation onPath(String method, Predicate<String> path) {
        return failing(500, (request, decoded) -> request.method().equals(method) && path.test(request.rawPath()));
    }

    private static Variation everyTenth() {
        return provider -> {
            AtomicInteger count = new AtomicInteger();
            return failing(500, (request, decoded) -> count.incrementAndGet() % 10 == 0)
                    .vary(provider);
        };
    }
}
