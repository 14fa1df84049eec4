package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.CustomerOutcome.by;
import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.CustomerFlow;
import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.customer.Refusal;
import io.chargeproof.sandbox.customer.Route;
import io.chargeproof.sandbox.customer.Routing;
import io.chargeproof.sandbox.customer.Updating;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import io.chargeproof.sandbox.wire.Pipeline;
import io.chargeproof.sandbox.wire.Request;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** What is judged before the token, though it shouldn't be. */
final class CustomerOrderDefects {
    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-body-before-token", bodyFirst(any -> true, CustomerOrderDefects::isMalformed)),
            entry("evc-email-before-token", first(CustomerOrderDefects::wrongEmail)),
            entry("evc-customer-before-token", first(CustomerOrderDefects::unknownCustomer)),
            entry("evc-body-before-token-on-put", bodyFirst(by("PUT"), CustomerOrderDefects::isMalformed)),
            entry("evc-body-before-token-on-post", bodyFirst(by("POST"), CustomerOrderDefects::isMalformed)));

    private CustomerOrderDefects() {}

    private static Variation bodyFirst(Predicate<Request> when, Predicate<Decoded> wrong) {
        return ofCustomers(
                CustomerFlow.class,
                next -> (pipeline, request) -> when.test(request)
                                && wrong.test(pipeline.step(Decoding.class).decode(request.body()))
                        ? Refusal.of(Refusal.Reason.INVALID, "body", "isn't well-formed JSON")
                        : next.proceed(pipeline, request));
    }

    /** What is wrong with a request, if anything is, is said before the token is looked at. */
    private static Variation first(BiFunction<Pipeline, Request, Optional<Outcome>> wrong) {
        return ofCustomers(
                CustomerFlow.class,
                next -> (pipeline, request) ->
                        wrong.apply(pipeline, request).orElseGet(() -> next.proceed(pipeline, request)));
    }

    private static Optional<Outcome> wrongEmail(Pipeline pipeline, Request request) {
        return CustomerBreach.members(pipeline.step(Decoding.class).decode(request.body()))
                .filter(members -> !members.path("email").asString("@").contains("@"))
                .map(members -> Refusal.of(Refusal.Reason.INVALID, "email", "is not an address"));
    }

    private static Optional<Outcome> unknownCustomer(Pipeline pipeline, Request request) {
        return pipeline.step(Routing.class).route(request) instanceof Route.Update update
                ? Optional.of(pipeline.step(Updating.class).update(update.id(), Json.object()))
                        .filter(Refusal.class::isInstance)
                : Optional.empty();
    }

    private static boolean isMalformed(Decoded decoded) {
        return decoded instanceof Decoded.Malformed;
    }
}
