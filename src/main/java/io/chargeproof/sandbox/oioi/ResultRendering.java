package io.chargeproof.sandbox.oioi;

import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Request;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers with what was asked for, if anything, and {@code result}. */
final class ResultRendering implements UserRendering {
    @Override
    public Draft render(Request request, CallResult outcome) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (outcome instanceof CallResult.Failed failed) {
            return withChallenge(Draft.of(failed.status(), withResult(body, failed.code())));
        }
        if (outcome instanceof CallResult.Shown shown) {
            body.set("user", shown.user());
        }
        if (outcome instanceof CallResult.LoggedIn in) {
            body.putObject("user").put("token", in.token());
        }
        if (outcome instanceof CallResult.Objected objected) {
            body.putObject("user-post-details").put("reason", objected.reason());
        }
        return Draft.of(ResultCode.SUCCESS.status(), withResult(body, ResultCode.SUCCESS));
    }

    private static ObjectNode withResult(ObjectNode body, ResultCode code) {
        body.putObject("result").put("code", code.code()).put("message", code.message());
        return body;
    }

    private static Draft withChallenge(Draft draft) {
        return switch (draft.status()) {
            case 401 -> draft.withHeader("www-authenticate", "Token realm=\"user\"");
            case 405 -> draft.withHeader("allow", "POST");
            default -> draft;
        };
    }
}
