package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Request;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** How logging in behaves with each defect. */
public final class LogInDefects {
    private static final BiPredicate<Request, CallResult> LOG_IN = Answers.to("user-verify");
    private static final Pattern PASSWORD = Pattern.compile("\"password\"\\s*:\\s*\"([^\"]*)\"");
    private static final String NOBODYS_TOKEN = "00000000000000000000000000000000";

    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-log-in-refuses-right-password")
                    .breaks("OIOI-VERIFY-1")
                    .says("The right password is refused as a wrong one; the call is there to take it.")
                    .by(ofUsers(LoggingIn.class, next -> call -> CallResult.failed(ResultCode.WRONG_PASSWORD))),
            defect("oioi-log-in-crashes")
                    .breaks("OIOI-VERIFY-1")
                    .says("The provider breaks down over a log-in by the right password; the call is there to take it.")
                    .by(ofUsers(LoggingIn.class, next -> call -> {
                        if (next.logIn(call) instanceof CallResult.LoggedIn) {
                            throw new IllegalStateException("no session");
                        }
                        return next.logIn(call);
                    })),
            defect("oioi-log-in-without-token")
                    .breaks("OIOI-VERIFY-1")
                    .says("A log-in succeeds and its user has no token; the answer is to give it.")
                    .by(shown(user -> user.remove("token"))),
            defect("oioi-log-in-token-null")
                    .breaks("OIOI-VERIFY-1")
                    .says("The token that a log-in gives is null; it is to be a string.")
                    .by(shown(user -> user.putNull("token"))),
            defect("oioi-log-in-token-empty")
                    .breaks("OIOI-VERIFY-1")
                    .says("The token that a log-in gives is empty; it is to authenticate the user.")
                    .by(shown(user -> user.put("token", ""))),
            defect("oioi-log-in-token-number")
                    .breaks("OIOI-VERIFY-1")
                    .says("The token that a log-in gives is a number; it is to be a string.")
                    .by(shown(user -> user.put("token", 4711))),
            defect("oioi-log-in-token-beside-user")
                    .breaks("OIOI-VERIFY-1")
                    .says("A log-in gives its token beside the user and not in it; it is a member of the user.")
                    .by(Answers.body(LogInDefects::isLoggedIn, body -> {
                        body.set("token", body.path("user").path("token"));
                        body.remove("user");
                    })),
            defect("oioi-log-in-token-of-nobody")
                    .breaks("OIOI-VERIFY-2")
                    .says("The token that a log-in gives is nobody's; it stands for the password in other calls.")
                    .by(given((users, call, token) -> NOBODYS_TOKEN)),
            defect("oioi-log-in-token-of-another")
                    .breaks("OIOI-VERIFY-2")
                    .says(
                            "The token that a log-in gives is another user's; it is to authenticate the one who logged in.")
                    .by(given((users, call, token) -> users.find(IdentifierType.USERNAME, call.username())
                            .map(user -> LookupChanges.other(users, user).token())
                            .orElse(token))),
            defect("oioi-password-not-checked")
                    .breaks("OIOI-VERIFY-3")
                    .says("Any password is taken; a result code says that authentication failed.")
                    .by(taking((sent, own) -> true)),
            defect("oioi-end-of-password-not-checked")
                    .breaks("OIOI-VERIFY-3")
                    .says("A password is compared by its first eight characters; another one isn't the user's.")
                    .by(taking((sent, own) -> own.length() > 8 && sent.startsWith(own.substring(0, 8)))),
            defect("oioi-token-for-wrong-password")
                    .breaks("OIOI-VERIFY-3")
                    .says("A wrong password is refused in an answer that gives the token; only the right one gets it.")
                    .by(refused(
                            ResultCode.WRONG_PASSWORD,
                            (users, body) -> body.putObject("user")
                                    .put("token", LookupChanges.first(users).token()))),
            defect("oioi-wrong-password-malformed")
                    .breaks("OIOI-VERIFY-3")
                    .says("A wrong password gets the code of a malformed request; nothing is wrong with its form.")
                    .by(Answers.coded(Answers.failed(ResultCode.WRONG_PASSWORD), ResultCode.INVALID_REQUEST)),
            defect("oioi-log-in-of-nobody")
                    .breaks("OIOI-VERIFY-4")
                    .says("A username that nobody has logs in; a result code says that there is no such user.")
                    .by(ofUsers(
                            LoggingIn.class,
                            next -> call -> next.logIn(call) instanceof CallResult.Failed failed
                                            && failed.code() == ResultCode.UNKNOWN_USERNAME
                                    ? new CallResult.LoggedIn(NOBODYS_TOKEN)
                                    : next.logIn(call))),
            defect("oioi-token-for-unknown-username")
                    .breaks("OIOI-VERIFY-4")
                    .says(
                            "An unknown username is refused in an answer that gives a token; there is no user whose it is.")
                    .by(refused(
                            ResultCode.UNKNOWN_USERNAME,
                            (users, body) -> body.putObject("user").put("token", NOBODYS_TOKEN))),
            defect("oioi-unknown-log-in-malformed")
                    .breaks("OIOI-VERIFY-4")
                    .says("A log-in by an unknown username gets the code of a malformed request; its form is right.")
                    .by(Answers.coded(
                            LOG_IN.and(Answers.failed(ResultCode.UNKNOWN_USERNAME)), ResultCode.INVALID_REQUEST)),
            defect("oioi-log-in-shows-password")
                    .breaks("OIOI-VERIFY-5")
                    .says("The answer to a log-in repeats the password; it is nobody's business.")
                    .by(echoed(
                            LogInDefects::isLoggedIn,
                            (body, password) -> body.withObject("user").put("password", password))),
            defect("oioi-log-in-message-shows-password")
                    .breaks("OIOI-VERIFY-5")
                    .says("The message of a log-in that succeeds quotes the password; it is nobody's business.")
                    .by(echoed(
                            LogInDefects::isLoggedIn,
                            (body, password) ->
                                    body.withObject("result").put("message", "Success. Logged in with " + password))));

    private LogInDefects() {}

    private static boolean isLoggedIn(Request request, CallResult outcome) {
        return outcome instanceof CallResult.LoggedIn;
    }

    /** Makes another token of the one that a log-in would give. */
    @FunctionalInterface
    private interface Gift {
        String token(UserRecords users, Call.LogIn call, String token);
    }

    private static Variation<UserRecords> given(Gift other) {
        return service -> service.with(
                LoggingIn.class,
                next -> call -> next.logIn(call) instanceof CallResult.LoggedIn in
                        ? new CallResult.LoggedIn(other.token(service.records(), call, in.token()))
                        : next.logIn(call));
    }

    private static Variation<UserRecords> shown(Consumer<ObjectNode> edit) {
        return Answers.body(LogInDefects::isLoggedIn, body -> edit.accept(body.withObject("user")));
    }

    /** A password that passes for the user's own is taken. */
    static Variation<UserRecords> taking(BiPredicate<String, String> passes) {
        return service -> service.with(
                LoggingIn.class,
                next -> call -> service.records()
                        .find(IdentifierType.USERNAME, call.username())
                        .filter(user -> !call.isToken() && passes.test(call.password(), user.password()))
                        .<CallResult>map(user -> new CallResult.LoggedIn(user.token()))
                        .orElseGet(() -> next.logIn(call)));
    }

    /** Log-ins that fail with a code have more in their answers. */
    private static Variation<UserRecords> refused(ResultCode code, BiConsumer<UserRecords, ObjectNode> edit) {
        return service -> Answers.body(LOG_IN.and(Answers.failed(code)), body -> edit.accept(service.records(), body))
                .vary(service);
    }

    /** The password that was sent comes back. */
    private static Variation<UserRecords> echoed(
            BiPredicate<Request, CallResult> when, BiConsumer<ObjectNode, String> echo) {
        return ofUsers(UserRendering.class, next -> (request, outcome) -> {
            Matcher sent = PASSWORD.matcher(request.body().text());
            return when.test(request, outcome) && sent.find()
                    ? next.render(request, outcome).edited(body -> echo.accept(body, sent.group(1)))
                    : next.render(request, outcome);
        });
    }
}
