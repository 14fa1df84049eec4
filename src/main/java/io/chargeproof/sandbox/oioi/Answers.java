package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.Writing;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes of the answers to the user calls, and which answers they are about. */
final class Answers {
    static final BiPredicate<Request, CallResult> ALL = (request, outcome) -> true;
    static final BiPredicate<Request, CallResult> SHOWN = (request, outcome) -> outcome instanceof CallResult.Shown;
    static final BiPredicate<Request, CallResult> POSTED = (request, outcome) -> outcome instanceof CallResult.Posted;
    static final BiPredicate<Request, CallResult> OBJECTED =
            (request, outcome) -> outcome instanceof CallResult.Objected;
    static final BiPredicate<Request, CallResult> FAILED = (request, outcome) -> outcome instanceof CallResult.Failed;
    static final BiPredicate<Request, CallResult> SUCCEEDED = SHOWN.or(POSTED);

    private Answers() {}

    /** Failures with a code. */
    static BiPredicate<Request, CallResult> failed(ResultCode code) {
        return (request, outcome) -> outcome instanceof CallResult.Failed failed && failed.code() == code;
    }

    /** Answers to requests that have a word as a JSON string, such as a call's name. */
    static BiPredicate<Request, CallResult> to(String word) {
        return (request, outcome) -> request.body().text().contains('"' + word + '"');
    }

    /** Answers to requests that identify a user in some way. */
    static BiPredicate<Request, CallResult> by(IdentifierType type) {
        Pattern named = Pattern.compile("\"identifier-type\"\\s*:\\s*\"" + type.label() + "\"");
        return (request, outcome) -> named.matcher(request.body().text()).find();
    }

    /** Some answers are changed before they are written. */
    static Variation<UserRecords> answering(BiPredicate<Request, CallResult> when, UnaryOperator<Draft> change) {
        return ofUsers(UserRendering.class, next -> (request, outcome) -> {
            Draft draft = next.render(request, outcome);
            return when.test(request, outcome) ? change.apply(draft) : draft;
        });
    }

    /** Some answers have another status. */
    static Variation<UserRecords> status(BiPredicate<Request, CallResult> when, int status) {
        return answering(when, draft -> draft.withStatus(status));
    }

    /** The body of some answers is edited. */
    static Variation<UserRecords> body(BiPredicate<Request, CallResult> when, Consumer<ObjectNode> edit) {
        return answering(when, draft -> draft.edited(edit));
    }

    /** The result in some answers is edited. */
    static Variation<UserRecords> result(BiPredicate<Request, CallResult> when, Consumer<ObjectNode> edit) {
        return body(when, body -> edit.accept(body.withObject("result")));
    }

    /** Some answers have another code, with a text for it. */
    static Variation<UserRecords> coded(BiPredicate<Request, CallResult> when, int code, String message) {
        return result(when, result -> result.put("code", code).put("message", message));
    }

    /** Some answers have the code, text and status of another failure. */
    static Variation<UserRecords> coded(BiPredicate<Request, CallResult> when, ResultCode code) {
        return coded(when, code.code(), code.message());
    }

    /** Some answers have another text, and the code they had. */
    static Variation<UserRecords> message(BiPredicate<Request, CallResult> when, String message) {
        return result(when, result -> result.put("message", message));
    }

    /** The bytes and header fields of some answers are changed. */
    static Variation<UserRecords> written(Predicate<JsonNode> when, UnaryOperator<Answer> change) {
        return ofUsers(Writing.class, next -> draft -> {
            JsonNode body = draft.body();
            return body != null && when.test(body) ? change.apply(next.write(draft)) : next.write(draft);
        });
    }
}
