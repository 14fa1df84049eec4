package io.chargeproof.sandbox.evcnet;

import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import io.chargeproof.sandbox.wire.Pipeline;
import io.chargeproof.sandbox.wire.Request;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Route, token, size, JSON, members: in this order, so that a stranger learns nothing about the body. */
final class AuthenticateFirst implements CustomerFlow {
    @Override
    public RequestResult proceed(Pipeline pipeline, Request request) {
        Route route = pipeline.step(Routing.class).route(request);
        if (route instanceof Route.Nothing nothing && nothing.reason() == Refusal.Reason.NO_SUCH_RESOURCE) {
            return Refusal.of(nothing.reason(), "path", "leads to nothing");
        }
        if (!pipeline.step(Authentication.class).admits(request)) {
            return Refusal.of(Refusal.Reason.FORBIDDEN, "Authorization", "bears no valid token");
        }
        if (route instanceof Route.Nothing nothing) {
            return Refusal.of(nothing.reason(), "path", "does not take this method");
        }
        if (request.oversized()) {
            return Refusal.of(Refusal.Reason.TOO_LONG, "body", "is longer than 1 MiB");
        }
        return withBody(pipeline, route, pipeline.step(Decoding.class).decode(request.body()));
    }

    private static RequestResult withBody(Pipeline pipeline, Route route, Decoded decoded) {
        if (decoded instanceof Decoded.Malformed malformed) {
            return Refusal.of(Refusal.Reason.INVALID, "body", malformed.why());
        }
        if (decoded instanceof Decoded.Document document && document.root() instanceof ObjectNode members) {
            return withMembers(pipeline, route, members);
        }
        return Refusal.of(Refusal.Reason.INVALID, "body", "is not an object");
    }

    private static RequestResult withMembers(Pipeline pipeline, Route route, ObjectNode members) {
        if (route instanceof Route.Update update) {
            List<Complaint> complaints = pipeline.step(UpdateRules.class).complaints(members);
            return complaints.isEmpty()
                    ? pipeline.step(Updating.class).update(update.id(), members)
                    : new Refusal(Refusal.Reason.INVALID, complaints);
        }
        List<Complaint> complaints = pipeline.step(CreationRules.class).complaints(members);
        return complaints.isEmpty()
                ? pipeline.step(Registration.class).register(members)
                : new Refusal(Refusal.Reason.INVALID, complaints);
    }
}
