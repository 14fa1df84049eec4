package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Bytes;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.RequestPipeline;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The kinds of liberty that the variants of the EVC-net Customer API are made of. */
final class CustomerLiberties {
    private CustomerLiberties() {}

    /** Answers are rendered otherwise. */
    static Variation<CustomerRecords> rendering(BiFunction<RequestResult, Draft, Draft> change) {
        return ofCustomers(
                CustomerRendering.class,
                next -> (request, outcome) -> change.apply(outcome, next.render(request, outcome)));
    }

    /** The answers to some outcomes are rendered otherwise. */
    static Variation<CustomerRecords> rendering(Predicate<RequestResult> when, UnaryOperator<Draft> change) {
        return rendering((outcome, draft) -> when.test(outcome) ? change.apply(draft) : draft);
    }

    /** Some requests that bear a valid token get an answer of their own. */
    static Variation<CustomerRecords> answering(Predicate<Request> when, Answer answer) {
        return ofCustomers(
                RequestPipeline.class,
                next -> (pipeline, request) -> when.test(request)
                                && pipeline.step(Authentication.class).admits(request)
                        ? answer
                        : next.answer(pipeline, request));
    }

    /** An answer of a media type. */
    static Answer answer(int status, String type, String body) {
        return new Answer(status, Map.of("content-type", type), Bytes.of(body));
    }

    /** A request by one of the documented methods. */
    static boolean isDocumented(Request request) {
        return request.method().equals("POST") || request.method().equals("PUT");
    }

    /** What was wrong, if anything was. */
    static List<Complaint> complaints(RequestResult outcome) {
        return outcome instanceof Refusal refusal ? refusal.complaints() : List.of();
    }
}
