package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.Answers.ALL;
import static io.chargeproof.sandbox.defect.Answers.FAILED;
import static io.chargeproof.sandbox.defect.Answers.OBJECTED;
import static io.chargeproof.sandbox.defect.Answers.POSTED;
import static io.chargeproof.sandbox.defect.Answers.SHOWN;
import static io.chargeproof.sandbox.defect.Answers.SUCCEEDED;
import static io.chargeproof.sandbox.defect.Answers.answering;
import static io.chargeproof.sandbox.defect.Answers.body;
import static io.chargeproof.sandbox.defect.Answers.by;
import static io.chargeproof.sandbox.defect.Answers.coded;
import static io.chargeproof.sandbox.defect.Answers.failed;
import static io.chargeproof.sandbox.defect.Answers.message;
import static io.chargeproof.sandbox.defect.Answers.result;
import static io.chargeproof.sandbox.defect.Answers.to;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.TestData;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.IdentifierType;
import io.chargeproof.sandbox.user.Outcome;
import io.chargeproof.sandbox.user.ResultCode;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Request;
import java.util.Map;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Defects of the user calls in {@code result}: its shape, its codes where no user is in question, its texts. */
final class UserResultDefects {
    private static final String GET = "user-get-details";
    private static final String POST = "user-post-details";
    private static final BiPredicate<Request, Outcome> WRONG_TOKEN = failed(ResultCode.WRONG_TOKEN);
    private static final BiPredicate<Request, Outcome> WITHOUT_TOKEN =
            WRONG_TOKEN.and(to("token").negate());
    private static final BiPredicate<Request, Outcome> WRONG_KEY = failed(ResultCode.INVALID_API_KEY);
    private static final BiPredicate<Request, Outcome> MALFORMED = failed(ResultCode.INVALID_REQUEST);

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-code-missing-on-post", result(POSTED, result -> result.remove("code"))),
            entry("oioi-code-null-on-success", result(SUCCEEDED, result -> result.putNull("code"))),
            entry("oioi-code-false-for-zero", result(SUCCEEDED, result -> result.put("code", false))),
            entry("oioi-message-missing-on-failure", result(FAILED, result -> result.remove("message"))),
            entry("oioi-message-null-on-success", result(SUCCEEDED, result -> result.putNull("message"))),
            entry("oioi-message-is-the-code", result(FAILED, result -> result.put("message", code(result)))),
            entry("oioi-messages-in-list", result(MALFORMED, UserResultDefects::messageInList)),
            entry(
                    "oioi-refusals-with-null-error",
                    body(FAILED, body -> withoutResult(body).putNull("error"))),
            entry("oioi-refusals-have-an-error-alone", body(FAILED, UserResultDefects::errorAlone)),
            entry("oioi-malformed-has-an-error-object", body(MALFORMED, UserResultDefects::errorObject)),
            entry("oioi-refused-key-has-an-error-alone", body(WRONG_KEY, UserResultDefects::errorAlone)),
            entry(
                    "oioi-wrong-token-is-a-bad-request",
                    answering(WRONG_TOKEN, draft -> draft.withStatus(400).edited(UserResultDefects::errorAlone))),
            entry("oioi-result-missing-on-get", body(SHOWN, body -> body.remove("result"))),
            entry("oioi-result-null-beside-reason", body(OBJECTED, body -> body.putNull("result"))),
            entry("oioi-result-is-a-text", body(POSTED, body -> body.put("result", "Success."))),
            entry("oioi-result-in-list", body(ALL, Members.each("result", Members::listed))),
            entry("oioi-result-below-the-call", body(POSTED, UserResultDefects::moveBelowCall)),
            entry("oioi-missing-token-141", coded(WITHOUT_TOKEN, 141, "Invalid email or password")),
            entry("oioi-post-without-token-220", coded(WITHOUT_TOKEN.and(to(POST)), 220, "API key not allowed")),
            entry("oioi-wrong-vat-101", coded(OBJECTED.and(to("vat")), 101, "Database error")),
            entry("oioi-malformed-102", coded(MALFORMED, 102, "System time-out")),
            entry("oioi-refused-details-999", coded(MALFORMED.and(to("details")), 999, "Unknown")),
            entry("oioi-refused-key-401", coded(WRONG_KEY, 401, "Unauthorized")),
            entry("oioi-codes-are-statuses", answering(FAILED, UserResultDefects::codedLikeStatus)),
            entry("oioi-post-succeeds-with-1", coded(POSTED, 1, "Success.")),
            entry("oioi-success-says-nothing", message(SUCCEEDED, "")),
            entry("oioi-failures-say-blank", message(FAILED, "  ")),
            entry("oioi-wrong-token-says-email", message(WRONG_TOKEN, ResultCode.UNKNOWN_USERNAME.message())),
            entry(
                    "oioi-unknown-user-says-token",
                    message(failed(ResultCode.UNKNOWN_USERNAME), "AUTHENTICATION FAILED - user token not valid!")),
            entry("oioi-malformed-says-authentication", message(MALFORMED, ResultCode.NOT_AUTHENTICATED.message())),
            entry("oioi-failures-say-success", message(FAILED, ResultCode.SUCCESS.message())),
            entry("oioi-get-says-invalid-format", message(SHOWN, ResultCode.INVALID_REQUEST.message())),
            entry("oioi-refused-key-says-token", message(WRONG_KEY, ResultCode.WRONG_TOKEN.message())),
            entry("oioi-refused-key-145", coded(WRONG_KEY, ResultCode.WRONG_TOKEN)),
            entry(
                    "oioi-missing-key-140",
                    coded(WRONG_KEY.and(UserResultDefects::isWithoutKey), ResultCode.NOT_AUTHENTICATED)),
            entry(
                    "oioi-missing-key-230",
                    coded(WRONG_KEY.and(UserResultDefects::isWithoutKey), ResultCode.INVALID_REQUEST)),
            entry("oioi-refused-key-on-post-144", coded(WRONG_KEY.and(to(POST)), ResultCode.UNKNOWN_USERNAME)),
            entry("oioi-malformed-140", coded(MALFORMED, ResultCode.NOT_AUTHENTICATED)),
            entry(
                    "oioi-unknown-call-145",
                    coded(MALFORMED.and(to(GET).or(to(POST)).negate()), ResultCode.WRONG_TOKEN)),
            entry(
                    "oioi-empty-body-144",
                    coded(MALFORMED.and(UserResultDefects::isWithoutBody), ResultCode.UNKNOWN_USERNAME)),
            entry("oioi-unknown-user-145", coded(failed(ResultCode.UNKNOWN_USERNAME), ResultCode.WRONG_TOKEN)),
            entry("oioi-unknown-user-141", coded(failed(ResultCode.UNKNOWN_USERNAME), 141, "Invalid email")),
            entry(
                    "oioi-unknown-user-on-post-230",
                    coded(failed(ResultCode.UNKNOWN_USERNAME).and(to(POST)), ResultCode.INVALID_REQUEST)),
            entry("oioi-wrong-token-144", coded(WRONG_TOKEN, ResultCode.UNKNOWN_USERNAME)),
            entry(
                    "oioi-wrong-token-of-secondary-144",
                    coded(WRONG_TOKEN.and(to(TestData.secondary().username())), ResultCode.UNKNOWN_USERNAME)),
            entry(
                    "oioi-other-token-by-rfid-144",
                    coded(WRONG_TOKEN.and(by(IdentifierType.RFID)), ResultCode.UNKNOWN_USERNAME)),
            entry("oioi-wrong-token-on-get-141", coded(WRONG_TOKEN.and(to(GET)), 141, "Invalid email or password")),
            entry("oioi-wrong-token-on-post-230", coded(WRONG_TOKEN.and(to(POST)), ResultCode.INVALID_REQUEST)),
            entry("oioi-unknown-rfid-180", coded(unknown(IdentifierType.RFID), 180, "Entity not found")),
            entry("oioi-unknown-evco-id-190", coded(unknown(IdentifierType.EVCO_ID), 190, "EVCO ID error")),
            entry("oioi-unknown-token-230", coded(unknown(IdentifierType.TOKEN), ResultCode.INVALID_REQUEST)));

    private UserResultDefects() {}

    private static int code(ObjectNode result) {
        return result.path("code").asInt(0);
    }

    private static BiPredicate<Request, Outcome> unknown(IdentifierType type) {
        return failed(ResultCode.NOT_AUTHENTICATED).and(by(type));
    }

    private static ObjectNode withoutResult(ObjectNode body) {
        body.remove("result");
        return body;
    }

    private static void errorAlone(ObjectNode body) {
        String message = body.path("result").path("message").asString("");
        withoutResult(body).put("error", message);
    }

    private static void errorObject(ObjectNode body) {
        String message = body.path("result").path("message").asString("");
        withoutResult(body).putObject("error").put("type", "bad_request").put("detail", message);
    }

    private static boolean isWithoutKey(Request request, Outcome outcome) {
        return request.headers().all("authorization").isEmpty();
    }

    private static boolean isWithoutBody(Request request, Outcome outcome) {
        return request.body().size() == 0;
    }

    private static void messageInList(ObjectNode result) {
        JsonNode message = result.path("message");
        result.putArray("message").add(message);
    }

    private static void moveBelowCall(ObjectNode body) {
        JsonNode result = body.remove("result");
        body.putObject(POST).set("result", result);
    }

    private static Draft codedLikeStatus(Draft draft) {
        return draft.edited(body -> body.withObject("result").put("code", draft.status()));
    }
}
