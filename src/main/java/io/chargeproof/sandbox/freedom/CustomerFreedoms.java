package io.chargeproof.sandbox.freedom;

import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.CustomerRendering;
import io.chargeproof.sandbox.customer.Done;
import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.customer.Refusal;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Writing;
import java.util.Map;
import java.util.function.BiFunction;

/** How the EVC-net Customer API behaves with each freedom. */
final class CustomerFreedoms {
    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry(
                    "evc-json-names-its-charset",
                    ofCustomers(Writing.class, next -> draft -> withCharset(next.write(draft)))),
            entry("evc-put-answers-nothing", rendering(CustomerFreedoms::withoutBodyOnUpdate)),
            entry("evc-403-answers-nothing", rendering(CustomerFreedoms::withoutBodyOnForbidden)),
            entry("evc-id-in-location", rendering(CustomerFreedoms::withLocation)),
            entry("evc-data-is-a-sentence", rendering(CustomerFreedoms::withSentence)));

    private CustomerFreedoms() {}

    private static Variation rendering(BiFunction<Outcome, Draft, Draft> change) {
        return ofCustomers(
                CustomerRendering.class,
                next -> (request, outcome) -> change.apply(outcome, next.render(request, outcome)));
    }

    private static Answer withCharset(Answer answer) {
        return answer.body().size() == 0
                ? answer
                : answer.withHeader("content-type", "application/json; charset=utf-8");
    }

    private static Draft withoutBodyOnUpdate(Outcome outcome, Draft draft) {
        return outcome instanceof Done done && done.operation() == Done.Operation.UPDATE ? draft.withBody(null) : draft;
    }

    private static Draft withoutBodyOnForbidden(Outcome outcome, Draft draft) {
        return is(outcome, Refusal.Reason.FORBIDDEN) ? draft.withBody(null) : draft;
    }

    private static Draft withLocation(Outcome outcome, Draft draft) {
        return outcome instanceof Done done && done.operation() == Done.Operation.CREATE
                ? draft.withHeader("location", "/api/rest/customer/" + done.customer())
                        .edited(body -> body.remove("data"))
                : draft;
    }

    private static Draft withSentence(Outcome outcome, Draft draft) {
        return is(outcome, Refusal.Reason.INVALID)
                ? draft.edited(body -> body.put("data", sentence((Refusal) outcome)))
                : draft;
    }

    private static String sentence(Refusal refusal) {
        return refusal.complaints().get(0).part() + " "
                + refusal.complaints().get(0).problem();
    }

    private static boolean is(Outcome outcome, Refusal.Reason reason) {
        return outcome instanceof Refusal refusal && refusal.reason() == reason;
    }
}
