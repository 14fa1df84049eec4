package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Bytes;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Pipeline;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.RequestPipeline;
import io.chargeproof.sandbox.wire.Writing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of breach that the defects of the EVC-net Customer API are made of. */
final class CustomerDeviations {
    private static final Bytes FAILURE = Bytes.of("{\"status\":\"error\",\"data\":[\"Something went wrong\"]}");

    private CustomerDeviations() {}

    /** The answer to some outcomes is changed. */
    static Variation<CustomerRecords> answering(Predicate<RequestResult> when, UnaryOperator<Draft> change) {
        return answering((request, outcome) -> when.test(outcome), change);
    }

    /** The answer to some outcomes of some requests is changed. */
    static Variation<CustomerRecords> answering(BiPredicate<Request, RequestResult> when, UnaryOperator<Draft> change) {
        return ofCustomers(CustomerRendering.class, next -> (request, outcome) -> {
            Draft draft = next.render(request, outcome);
            return when.test(request, outcome) ? change.apply(draft) : draft;
        });
    }

    /** The bytes of some answers are changed; they are picked by their drafts. */
    static Variation<CustomerRecords> writing(Predicate<Draft> when, UnaryOperator<Answer> change) {
        return ofCustomers(
                Writing.class, next -> draft -> when.test(draft) ? change.apply(next.write(draft)) : next.write(draft));
    }

    /** Some requests go through another step. */
    static <S> Variation<CustomerRecords> during(Predicate<Request> when, Class<S> kind, UnaryOperator<S> change) {
        return ofCustomers(
                RequestPipeline.class,
                next -> (pipeline, request) ->
                        next.answer(when.test(request) ? pipeline.changed(kind, change) : pipeline, request));
    }

    /** Whoever is admitted gets a status that isn't documented for some requests; 0 is no answer at all. */
    static Variation<CustomerRecords> failing(int status, BiPredicate<Request, Decoded> when) {
        return ofCustomers(
                RequestPipeline.class,
                next -> (pipeline, request) ->
                        fits(pipeline, request, when) ? failure(status) : next.answer(pipeline, request));
    }

    /** The same for some objects in the body. */
    static Variation<CustomerRecords> failingOn(int status, Predicate<ObjectNode> when) {
        return failing(
                status, (request, decoded) -> members(decoded).filter(when).isPresent());
    }

    /** The same for some objects in the body of one method. */
    static Variation<CustomerRecords> failingOn(String method, int status, Predicate<ObjectNode> when) {
        return failing(
                status,
                (request, decoded) -> request.method().equals(method)
                        && members(decoded).filter(when).isPresent());
    }

    /** Some creations are refused. */
    static Variation<CustomerRecords> creationRefused(Predicate<ObjectNode> when, String part, String problem) {
        return ofCustomers(
                CreationRules.class,
                next -> members ->
                        when.test(members) ? List.of(new Complaint(part, problem)) : next.complaints(members));
    }

    /** Some updates are refused. */
    static Variation<CustomerRecords> updateRefused(Predicate<ObjectNode> when, String part, String problem) {
        return ofCustomers(
                UpdateRules.class,
                next -> members ->
                        when.test(members) ? List.of(new Complaint(part, problem)) : next.complaints(members));
    }

    /** The object in the body, if there is one. */
    static Optional<ObjectNode> members(Decoded decoded) {
        return decoded instanceof Decoded.Document document && document.root() instanceof ObjectNode members
                ? Optional.of(members)
                : Optional.empty();
    }

    /** A failure with a body of its own, or none at all. */
    static Answer failure(int status) {
        return status == 0 ? Answer.HANG_UP : new Answer(status, Map.of("content-type", "application/json"), FAILURE);
    }

    private static boolean fits(Pipeline pipeline, Request request, BiPredicate<Request, Decoded> when) {
        return pipeline.step(Authentication.class).admits(request)
                && when.test(request, pipeline.step(Decoding.class).decode(request.body()));
    }
}
