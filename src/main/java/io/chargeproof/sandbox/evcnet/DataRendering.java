package io.chargeproof.sandbox.evcnet;

import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Request;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers with {@code status}, {@code message}, and {@code data}: the customer's id, or what was wrong. */
final class DataRendering implements CustomerRendering {
    @Override
    public Draft render(Request request, RequestResult outcome) {
        return outcome instanceof Refusal refusal ? refused(refusal) : done((Accepted) outcome);
    }

    private static Draft done(Accepted done) {
        ObjectNode body = body("success", "Success response");
        body.putObject("data").put("customer_id", done.customer());
        return Draft.of(200, body);
    }

    private static Draft refused(Refusal refusal) {
        ObjectNode body = body("error", message(refusal.reason()));
        ArrayNode data = body.putArray("data");
        for (Complaint complaint : refusal.complaints()) {
            data.addObject().put("field", complaint.part()).put("error", complaint.problem());
        }
        return withAllow(Draft.of(refusal.reason().status(), body), refusal.reason());
    }

    private static ObjectNode body(String status, String message) {
        return JsonNodeFactory.instance.objectNode().put("status", status).put("message", message);
    }

    private static Draft withAllow(Draft draft, Refusal.Reason reason) {
        return switch (reason) {
            case ONLY_POST -> draft.withHeader("allow", "POST");
            case ONLY_PUT -> draft.withHeader("allow", "PUT");
            case INVALID, FORBIDDEN, NO_SUCH_RESOURCE, TOO_LONG -> draft;
        };
    }

    private static String message(Refusal.Reason reason) {
        return switch (reason) {
            case INVALID -> "Generic error";
            case FORBIDDEN -> "Incorrect API key";
            case NO_SUCH_RESOURCE -> "Not found";
            case ONLY_POST, ONLY_PUT -> "Method not allowed";
            case TOO_LONG -> "Content too large";
        };
    }
}
