package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.Authentication;
import io.chargeproof.sandbox.customer.CreationRules;
import io.chargeproof.sandbox.customer.CustomerFlow;
import io.chargeproof.sandbox.customer.CustomerRendering;
import io.chargeproof.sandbox.customer.Done;
import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.customer.Refusal;
import io.chargeproof.sandbox.customer.Routing;
import io.chargeproof.sandbox.customer.Updating;
import io.chargeproof.sandbox.provider.TestData;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Exchanging;
import io.chargeproof.sandbox.wire.Octets;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** How the EVC-net Customer API behaves with each defect. */
final class CustomerDefects {
    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-create-answers-201", answering(CustomerDefects::isCreated, draft -> draft.withStatus(201))),
            entry("evc-patch-updates", patchUpdates()),
            entry("evc-token-not-checked-on-put", tokenNotCheckedOnPut()),
            entry("evc-lower-case-scheme-refused", lowerCaseSchemeRefused()),
            entry("evc-token-in-header", answering(outcome -> true, CustomerDefects::withToken)),
            entry("evc-body-before-token", bodyBeforeToken()),
            entry("evc-one-id-for-all", oneIdForAll()),
            entry("evc-trailing-commas-taken", ofCustomers(Decoding.class, next -> LenientJson.trailingCommas())),
            entry("evc-400-without-data", answering(CustomerDefects::isInvalid, CustomerDefects::withoutData)),
            entry("evc-email-not-checked", notChecked("email")),
            entry("evc-long-text-500", longTextBreaks()),
            entry("evc-unknown-card-attached", unknownCardAttached()));

    private CustomerDefects() {}

    private static Variation answering(Predicate<Outcome> when, UnaryOperator<Draft> change) {
        return ofCustomers(CustomerRendering.class, next -> (request, outcome) -> {
            Draft draft = next.render(request, outcome);
            return when.test(outcome) ? change.apply(draft) : draft;
        });
    }

    private static boolean isCreated(Outcome outcome) {
        return outcome instanceof Done done && done.operation() == Done.Operation.CREATE;
    }

    private static boolean isInvalid(Outcome outcome) {
        return outcome instanceof Refusal refusal && refusal.reason() == Refusal.Reason.INVALID;
    }

    private static Draft withToken(Draft draft) {
        return draft.withHeader("x-authenticated-by", TestData.CUSTOMER_TOKEN);
    }

    private static Draft withoutData(Draft draft) {
        return draft.edited(body -> body.remove("data"));
    }

    private static Variation patchUpdates() {
        return ofCustomers(
                Routing.class,
                next -> request -> next.route(request.method().equals("PATCH") ? request.withMethod("PUT") : request));
    }

    private static Variation tokenNotCheckedOnPut() {
        return ofCustomers(
                Authentication.class,
                next -> request -> next.admits(request)
                        || (request.method().equals("PUT")
                                && !request.headers().all("authorization").isEmpty()));
    }

    private static Variation lowerCaseSchemeRefused() {
        return ofCustomers(
                Authentication.class,
                next -> request -> next.admits(request)
                        && request.headers()
                                .only("authorization")
                                .filter(value -> value.startsWith("Token"))
                                .isPresent());
    }

    private static Variation bodyBeforeToken() {
        return ofCustomers(
                CustomerFlow.class,
                next -> (pipeline, request) ->
                        pipeline.step(Decoding.class).decode(request.body()) instanceof Decoded.Malformed malformed
                                ? Refusal.of(Refusal.Reason.INVALID, "body", malformed.why())
                                : next.proceed(pipeline, request));
    }

    private static Variation oneIdForAll() {
        return provider -> {
            long only = provider.customers().add(Json.object());
            return provider.withCustomerStep(
                    CustomerFlow.class, next -> (pipeline, request) -> renamed(next.proceed(pipeline, request), only));
        };
    }

    private static Outcome renamed(Outcome outcome, long id) {
        return outcome instanceof Done done ? new Done(done.operation(), id) : outcome;
    }

    private static Variation notChecked(String member) {
        return ofCustomers(
                CreationRules.class,
                next -> members -> next.complaints(members).stream()
                        .filter(complaint -> !complaint.part().equals(member))
                        .toList());
    }

    private static Variation longTextBreaks() {
        return ofCustomers(
                Exchanging.class,
                next -> (pipeline, request) -> request.body().size() > 5000
                        ? broken(next.answer(pipeline, request))
                        : next.answer(pipeline, request));
    }

    private static Answer broken(Answer answer) {
        return answer.withStatus(500).withBody(Octets.of("{\"status\":\"error\",\"data\":[]}"));
    }

    private static Variation unknownCardAttached() {
        return ofCustomers(Updating.class, next -> (id, members) -> {
            Outcome outcome = next.update(id, members);
            return members.has("card_list") && outcome instanceof Refusal
                    ? next.update(id, members.deepCopy().without("card_list"))
                    : outcome;
        });
    }
}
