package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.Answers.ALL;
import static io.chargeproof.sandbox.oioi.Answers.FAILED;
import static io.chargeproof.sandbox.oioi.Answers.OBJECTED;
import static io.chargeproof.sandbox.oioi.Answers.POSTED;
import static io.chargeproof.sandbox.oioi.Answers.SHOWN;
import static io.chargeproof.sandbox.oioi.Answers.SUCCEEDED;
import static io.chargeproof.sandbox.oioi.Answers.answering;
import static io.chargeproof.sandbox.oioi.Answers.body;
import static io.chargeproof.sandbox.oioi.Answers.by;
import static io.chargeproof.sandbox.oioi.Answers.coded;
import static io.chargeproof.sandbox.oioi.Answers.failed;
import static io.chargeproof.sandbox.oioi.Answers.message;
import static io.chargeproof.sandbox.oioi.Answers.result;
import static io.chargeproof.sandbox.oioi.Answers.to;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Request;
import java.util.List;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Defects of the user calls in {@code result}: its shape, its codes where no user is in question, its texts. */
public final class UserResultDefects {
    private static final String GET = "user-get-details";
    private static final String POST = "user-post-details";
    private static final BiPredicate<Request, CallResult> WRONG_TOKEN = failed(ResultCode.WRONG_TOKEN);
    private static final BiPredicate<Request, CallResult> WITHOUT_TOKEN =
            WRONG_TOKEN.and(to("token").negate());
    private static final BiPredicate<Request, CallResult> WRONG_KEY = failed(ResultCode.INVALID_API_KEY);
    private static final BiPredicate<Request, CallResult> MALFORMED = failed(ResultCode.INVALID_REQUEST);

    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-code-missing-on-post")
                    .breaks("OIOI-RESULT-1")
                    .says("The result of a post has a message and no code; the example has both.")
                    .by(result(POSTED, result -> result.remove("code"))),
            defect("oioi-code-null-on-success")
                    .breaks("OIOI-RESULT-1")
                    .says("The code of a success is null; the example has 0.")
                    .by(result(SUCCEEDED, result -> result.putNull("code"))),
            defect("oioi-code-false-for-zero")
                    .breaks("OIOI-RESULT-1")
                    .says("The code of a success is false; the example has the number 0.")
                    .by(result(SUCCEEDED, result -> result.put("code", false))),
            defect("oioi-message-missing-on-failure")
                    .breaks("OIOI-RESULT-1")
                    .says("The result of a failure has no message; the table has one for each code.")
                    .by(result(FAILED, result -> result.remove("message"))),
            defect("oioi-message-null-on-success")
                    .breaks("OIOI-RESULT-1")
                    .says("The message of a success is null; the example has a text.")
                    .by(result(SUCCEEDED, result -> result.putNull("message"))),
            defect("oioi-message-is-the-code")
                    .breaks("OIOI-RESULT-1")
                    .says("The message of a failure is its number; the table has texts.")
                    .by(result(FAILED, result -> result.put("message", code(result)))),
            defect("oioi-messages-in-list")
                    .breaks("OIOI-RESULT-1")
                    .says("The messages about a malformed call are a list; the examples have one text.")
                    .shownBy("OIOI-REQ-2")
                    .by(result(MALFORMED, UserResultDefects::messageInList)),
            defect("oioi-refusals-with-null-error")
                    .breaks("OIOI-RESULT-1")
                    .says("A refusal has neither a result nor, but for null, an error; the transport chapter "
                            + "has it say more in one.")
                    .by(body(FAILED, body -> withoutResult(body).putNull("error"))),
            defect("oioi-refusals-have-an-error-alone")
                    .breaks("OIOI-RESULT-4")
                    .says("A refusal has an error in place of a result; the calls' own pages have result codes.")
                    .by(body(FAILED, UserResultDefects::errorAlone)),
            defect("oioi-malformed-has-an-error-object")
                    .breaks("OIOI-RESULT-4")
                    .says("A malformed call gets an error object in place of a result; the calls' own pages "
                            + "have result codes.")
                    .by(body(MALFORMED, UserResultDefects::errorObject)),
            defect("oioi-refused-key-has-an-error-alone")
                    .breaks("OIOI-RESULT-4")
                    .says("A wrong API key gets an error in place of a result; the transport chapter has result "
                            + "codes for it.")
                    .shownBy("OIOI-KEY-2")
                    .by(body(WRONG_KEY, UserResultDefects::errorAlone)),
            defect("oioi-wrong-token-is-a-bad-request")
                    .breaks("OIOI-RESULT-2")
                    .says("A wrong token gets 400 and an error alone; that status is for a request of a wrong form.")
                    .by(answering(WRONG_TOKEN, draft -> draft.withStatus(400).edited(UserResultDefects::errorAlone))),
            defect("oioi-result-missing-on-get")
                    .breaks("OIOI-RESULT-1")
                    .says("A user comes without a result; the example of the get has one beside the user.")
                    .by(body(SHOWN, body -> body.remove("result"))),
            defect("oioi-result-null-beside-reason")
                    .breaks("OIOI-RESULT-1")
                    .says("Where there is a reason the result is null; the example with a reason has an object.")
                    .shownBy("OIOI-POST-12")
                    .by(body(OBJECTED, body -> body.putNull("result"))),
            defect("oioi-result-is-a-text")
                    .breaks("OIOI-RESULT-1")
                    .says("The result of a post is a text; the example has an object.")
                    .by(body(POSTED, body -> body.put("result", "Success."))),
            defect("oioi-result-in-list")
                    .breaks("OIOI-RESULT-1")
                    .says("The result is a list of one; the examples have an object.")
                    .by(body(ALL, Members.each("result", Members::listed))),
            defect("oioi-result-below-the-call")
                    .breaks("OIOI-RESULT-1")
                    .says("The result of a post stands below the call's name; the example has it at the top.")
                    .by(body(POSTED, UserResultDefects::moveBelowCall)),
            defect("oioi-missing-token-141")
                    .breaks("OIOI-RESULT-5")
                    .says("A call without a token gets code 141; neither page lists it, and it isn't more "
                            + "general than one they list.")
                    .by(coded(WITHOUT_TOKEN, 141, "Invalid email or password")),
            defect("oioi-post-without-token-220")
                    .breaks("OIOI-RESULT-2")
                    .says("A post without a token gets the code of a key that isn't allowed; the key was right.")
                    .shownBy("OIOI-AUTH-6")
                    .by(coded(WITHOUT_TOKEN.and(to(POST)), 220, "API key not allowed")),
            defect("oioi-wrong-vat-101")
                    .breaks("OIOI-RESULT-2")
                    .says("A VAT number that can't be validated gets the database's code 101; the page has "
                            + "success or an invalid format.")
                    .shownBy("OIOI-POST-12")
                    .by(coded(OBJECTED.and(to("vat")), 101, "Database error")),
            defect("oioi-malformed-102")
                    .breaks("OIOI-RESULT-2")
                    .says("A malformed call gets the time-out's code 102; the page lists 230.")
                    .by(coded(MALFORMED, 102, "System time-out")),
            defect("oioi-refused-details-999")
                    .breaks("OIOI-RESULT-2")
                    .says("Details of a wrong type get code 999, which the transport chapter doesn't know.")
                    .by(coded(MALFORMED.and(to("details")), 999, "Unknown")),
            defect("oioi-refused-key-401")
                    .breaks("OIOI-RESULT-2")
                    .says("A wrong API key gets the HTTP status as its code; the transport chapter has 210.")
                    .shownBy("OIOI-KEY-2")
                    .by(coded(WRONG_KEY, 401, "Unauthorized")),
            defect("oioi-codes-are-statuses")
                    .breaks("OIOI-RESULT-2")
                    .says("Every failure's code is its HTTP status; the pages have codes of their own.")
                    .by(answering(FAILED, UserResultDefects::codedLikeStatus)),
            defect("oioi-post-succeeds-with-1")
                    .breaks("OIOI-RESULT-2")
                    .says("A post that succeeds has code 1; the page has 0.")
                    .by(coded(POSTED, 1, "Success.")),
            defect("oioi-success-says-nothing")
                    .breaks("OIOI-RESULT-3")
                    .says("The message of a success is empty; the example says so in words.")
                    .by(message(SUCCEEDED, "")),
            defect("oioi-failures-say-blank")
                    .breaks("OIOI-RESULT-3")
                    .says("The message of a failure is two blanks; the table has a text for each code.")
                    .by(message(FAILED, "  ")),
            defect("oioi-wrong-token-says-email")
                    .breaks("OIOI-RESULT-3")
                    .says("Code 145 comes with the text of 144; the table has another for it.")
                    .by(message(WRONG_TOKEN, ResultCode.UNKNOWN_USERNAME.message())),
            defect("oioi-unknown-user-says-token")
                    .breaks("OIOI-RESULT-3")
                    .says("Code 144 comes with the text of 145 in other letter case; the table has another for it.")
                    .by(message(failed(ResultCode.UNKNOWN_USERNAME), "AUTHENTICATION FAILED - user token not valid!")),
            defect("oioi-malformed-says-authentication")
                    .breaks("OIOI-RESULT-3")
                    .says("Code 230 comes with the text of 140; the page of the post has another for it.")
                    .by(message(MALFORMED, ResultCode.NOT_AUTHENTICATED.message())),
            defect("oioi-failures-say-success")
                    .breaks("OIOI-RESULT-3")
                    .says("Failures come with the text of code 0; the table has one for each code.")
                    .by(message(FAILED, ResultCode.SUCCESS.message())),
            defect("oioi-get-says-invalid-format")
                    .breaks("OIOI-RESULT-3")
                    .says("A user comes with the text of code 230; the example says success.")
                    .by(message(SHOWN, ResultCode.INVALID_REQUEST.message())),
            defect("oioi-refused-key-says-token")
                    .breaks("OIOI-RESULT-3")
                    .says("A wrong API key gets 210 with the text that the pages have for a user's token.")
                    .shownBy("OIOI-KEY-2")
                    .by(message(WRONG_KEY, ResultCode.WRONG_TOKEN.message())),
            defect("oioi-refused-key-145")
                    .breaks("OIOI-KEY-2")
                    .says("A wrong API key gets the code of a wrong user token; the transport chapter has 210 "
                            + "and 220.")
                    .by(coded(WRONG_KEY, ResultCode.WRONG_TOKEN)),
            defect("oioi-missing-key-140")
                    .breaks("OIOI-KEY-2")
                    .says("A missing API key gets the code of a user who isn't authenticated; the transport "
                            + "chapter has 210.")
                    .by(coded(WRONG_KEY.and(UserResultDefects::isWithoutKey), ResultCode.NOT_AUTHENTICATED)),
            defect("oioi-missing-key-230")
                    .breaks("OIOI-KEY-2")
                    .says("A missing API key gets the code of an invalid format; the transport chapter has 210.")
                    .by(coded(WRONG_KEY.and(UserResultDefects::isWithoutKey), ResultCode.INVALID_REQUEST)),
            defect("oioi-refused-key-on-post-144")
                    .breaks("OIOI-KEY-2")
                    .says("A post with a wrong API key gets the code of an unknown user; the transport chapter "
                            + "has 210.")
                    .by(coded(WRONG_KEY.and(to(POST)), ResultCode.UNKNOWN_USERNAME)),
            defect("oioi-malformed-140")
                    .breaks("OIOI-REQ-2")
                    .says("What isn't a call gets the code of a failed authentication; the page of the post has "
                            + "230.")
                    .by(coded(MALFORMED, ResultCode.NOT_AUTHENTICATED)),
            defect("oioi-unknown-call-145")
                    .breaks("OIOI-REQ-2")
                    .says("A call that doesn't exist gets the code of a wrong token; the page of the post has 230.")
                    .by(coded(MALFORMED.and(to(GET).or(to(POST)).negate()), ResultCode.WRONG_TOKEN)),
            defect("oioi-empty-body-144")
                    .breaks("OIOI-REQ-2")
                    .says("An empty body gets the code of an unknown user; the page of the post has 230.")
                    .by(coded(MALFORMED.and(UserResultDefects::isWithoutBody), ResultCode.UNKNOWN_USERNAME)),
            defect("oioi-unknown-user-145")
                    .breaks("OIOI-AUTH-7")
                    .says("An unknown username gets the code of a wrong token; the table has 144.")
                    .by(coded(failed(ResultCode.UNKNOWN_USERNAME), ResultCode.WRONG_TOKEN)),
            defect("oioi-unknown-user-141")
                    .breaks("OIOI-AUTH-7")
                    .says("An unknown username gets code 141; the table has 144.")
                    .by(coded(failed(ResultCode.UNKNOWN_USERNAME), 141, "Invalid email")),
            defect("oioi-unknown-user-on-post-230")
                    .breaks("OIOI-AUTH-1")
                    .says("A post for an unknown username gets the code of an invalid format; the table has 144.")
                    .by(coded(failed(ResultCode.UNKNOWN_USERNAME).and(to(POST)), ResultCode.INVALID_REQUEST)),
            defect("oioi-wrong-token-144")
                    .breaks("OIOI-AUTH-8")
                    .says("A wrong token gets the code of an unknown user; the table has 145.")
                    .by(coded(WRONG_TOKEN, ResultCode.UNKNOWN_USERNAME)),
            defect("oioi-wrong-token-of-secondary-144")
                    .breaks("OIOI-AUTH-8")
                    .says("A wrong token for one of the users gets the code of an unknown user; the table has 145.")
                    .by(coded(WRONG_TOKEN.and(to(UserTestData.secondary().username())), ResultCode.UNKNOWN_USERNAME)),
            defect("oioi-other-token-by-rfid-144")
                    .breaks("OIOI-AUTH-9")
                    .says("Another user's token beside an RFID gets the code of an unknown user; the table has "
                            + "145 for a token that isn't valid.")
                    .by(coded(WRONG_TOKEN.and(by(IdentifierType.RFID)), ResultCode.UNKNOWN_USERNAME)),
            defect("oioi-wrong-token-on-get-141")
                    .breaks("OIOI-RESULT-5")
                    .says("A get with a wrong token gets code 141; the page lists 145.")
                    .by(coded(WRONG_TOKEN.and(to(GET)), 141, "Invalid email or password")),
            defect("oioi-wrong-token-on-post-230")
                    .breaks("OIOI-AUTH-2")
                    .says("A post with a wrong token gets the code of an invalid format; the table has 145.")
                    .by(coded(WRONG_TOKEN.and(to(POST)), ResultCode.INVALID_REQUEST)),
            defect("oioi-unknown-rfid-180")
                    .breaks("OIOI-AUTH-4")
                    .says("An unknown RFID gets code 180; the table has codes for failed authentication.")
                    .by(coded(unknown(IdentifierType.RFID), 180, "Entity not found")),
            defect("oioi-unknown-evco-id-190")
                    .breaks("OIOI-AUTH-4")
                    .says("An unknown EVCO ID gets code 190; the table has codes for failed authentication.")
                    .by(coded(unknown(IdentifierType.EVCO_ID), 190, "EVCO ID error")),
            defect("oioi-unknown-token-230")
                    .breaks("OIOI-AUTH-4")
                    .says("A post by a token that nobody has gets the code of an invalid format; the table has "
                            + "codes for failed authentication.")
                    .by(coded(unknown(IdentifierType.TOKEN), ResultCode.INVALID_REQUEST)));

    private UserResultDefects() {}

    private static int code(ObjectNode result) {
        return result.path("code").asInt(0);
    }

    private static BiPredicate<Request, CallResult> unknown(IdentifierType type) {
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

    private static boolean isWithoutKey(Request request, CallResult outcome) {
        return request.headers().all("authorization").isEmpty();
    }

    private static boolean isWithoutBody(Request request, CallResult outcome) {
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
