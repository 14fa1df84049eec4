package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.evcnet.RequestResults.by;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.behaviour.Json;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import io.chargeproof.sandbox.wire.Pipeline;
import io.chargeproof.sandbox.wire.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** What is judged before the token, though it shouldn't be. */
final class CustomerOrderDefects {
    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            defect("evc-body-before-token")
                    .breaks("EVC-AUTH-7")
                    .says("A malformed body gets 400 before the token was looked at; a stranger should see 403 "
                            + "alone.")
                    .by(bodyFirst(any -> true, CustomerOrderDefects::isMalformed)),
            defect("evc-email-before-token")
                    .breaks("EVC-AUTH-7")
                    .says("A wrong email gets 400 whatever the token; a stranger learns how members are judged.")
                    .by(first(CustomerOrderDefects::wrongEmail)),
            defect("evc-customer-before-token")
                    .breaks("EVC-AUTH-7")
                    .says("An unknown customer gets 400 whatever the token; a stranger learns who is there.")
                    .by(first(CustomerOrderDefects::unknownCustomer)),
            defect("evc-body-before-token-on-put")
                    .breaks("EVC-AUTH-7")
                    .says("On PUT a malformed body gets 400 before the token was looked at; a stranger should "
                            + "see 403 alone.")
                    .by(bodyFirst(by("PUT"), CustomerOrderDefects::isMalformed)),
            defect("evc-body-before-token-on-post")
                    .breaks("EVC-AUTH-7")
                    .says("On POST a malformed body gets 400 before the token was looked at; a stranger should "
                            + "see 403 alone.")
                    .by(bodyFirst(by("POST"), CustomerOrderDefects::isMalformed)));

    private CustomerOrderDefects() {}

    private static Variation<CustomerRecords> bodyFirst(Predicate<Request> when, Predicate<Decoded> wrong) {
        return ofCustomers(
                CustomerFlow.class,
                next -> (pipeline, request) -> when.test(request)
                                && wrong.test(pipeline.step(Decoding.class).decode(request.body()))
                        ? Refusal.of(Refusal.Reason.INVALID, "body", "isn't well-formed JSON")
                        : next.proceed(pipeline, request));
    }

    /** What is wrong with a request, if anything is, is said before the token is looked at. */
    private static Variation<CustomerRecords> first(BiFunction<Pipeline, Request, Optional<RequestResult>> wrong) {
        return ofCustomers(
                CustomerFlow.class,
                next -> (pipeline, request) ->
                        wrong.apply(pipeline, request).orElseGet(() -> next.proceed(pipeline, request)));
    }

    private static Optional<RequestResult> wrongEmail(Pipeline pipeline, Request request) {
        return CustomerDeviations.members(pipeline.step(Decoding.class).decode(request.body()))
                .filter(members -> !members.path("email").asString("@").contains("@"))
                .map(members -> Refusal.of(Refusal.Reason.INVALID, "email", "is not an address"));
    }

    private static Optional<RequestResult> unknownCustomer(Pipeline pipeline, Request request) {
        return pipeline.step(Routing.class).route(request) instanceof Route.Update update
                ? Optional.of(pipeline.step(Updating.class).update(update.id(), Json.object()))
                        .filter(Refusal.class::isInstance)
                : Optional.empty();
    }

    private static boolean isMalformed(Decoded decoded) {
        return decoded instanceof Decoded.Malformed;
    }
}
