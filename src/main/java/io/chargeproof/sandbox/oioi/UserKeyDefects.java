package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.Answers.ALL;
import static io.chargeproof.sandbox.oioi.Answers.OBJECTED;
import static io.chargeproof.sandbox.oioi.Answers.POSTED;
import static io.chargeproof.sandbox.oioi.Answers.SHOWN;
import static io.chargeproof.sandbox.oioi.Answers.answering;
import static io.chargeproof.sandbox.oioi.Answers.failed;
import static io.chargeproof.sandbox.oioi.Answers.message;
import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.behaviour.FlakyResponses;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.RequestPipeline;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Defects of the user calls in what is secret: the API key, tokens, and users to whom nobody has shown a token. */
public final class UserKeyDefects {
    private static final String KEY = "key=" + UserTestData.API_KEY;
    private static final BiPredicate<Request, CallResult> WRONG_KEY = failed(ResultCode.INVALID_API_KEY);
    private static final BiPredicate<Request, CallResult> WRONG_TOKEN = failed(ResultCode.WRONG_TOKEN);

    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-missing-key-taken")
                    .breaks("OIOI-KEY-1")
                    .says("A call without an API key is carried out; the transport chapter asks for one.")
                    .by(alsoAdmits(sent -> sent.isEmpty())),
            defect("oioi-any-key-taken")
                    .breaks("OIOI-KEY-1")
                    .says("Any API key is taken; the transport chapter refuses those that aren't valid.")
                    .by(alsoAdmits(sent -> sent.length() > "key=".length())),
            defect("oioi-empty-key-taken")
                    .breaks("OIOI-KEY-1")
                    .says("An empty API key is taken; the transport chapter refuses those that aren't valid.")
                    .by(alsoAdmits(sent -> sent.strip().equals("key="))),
            defect("oioi-start-of-key-taken")
                    .breaks("OIOI-KEY-1")
                    .says("The first half of the API key is taken for it; the transport chapter refuses keys "
                            + "that aren't valid.")
                    .by(alsoAdmits(sent -> sent.length() > 12 && KEY.startsWith(sent))),
            defect("oioi-end-of-key-taken")
                    .breaks("OIOI-KEY-1")
                    .says("A key is taken without its start; the table has codes for keys that aren't right.")
                    .by(alsoAdmits(sent ->
                            sent.length() > 12 && UserTestData.API_KEY.endsWith(sent.substring("key=".length())))),
            defect("oioi-longer-key-taken")
                    .breaks("OIOI-KEY-1")
                    .says("The API key with something after it is taken; the transport chapter refuses keys "
                            + "that aren't valid.")
                    .by(alsoAdmits(sent -> sent.startsWith(KEY))),
            defect("oioi-key-with-a-head-taken")
                    .breaks("OIOI-KEY-1")
                    .says("The API key with something before it is taken; the transport chapter refuses keys "
                            + "that aren't valid.")
                    .by(alsoAdmits(sent -> sent.startsWith("key=") && sent.endsWith(UserTestData.API_KEY))),
            defect("oioi-key-without-case")
                    .breaks("OIOI-KEY-1")
                    .says("The API key is compared without letter case; another spelling isn't the key of the "
                            + "transport chapter.")
                    .by(alsoAdmits(KEY::equalsIgnoreCase)),
            defect("oioi-key-by-wildcard")
                    .breaks("OIOI-KEY-1")
                    .says(
                            "Keys are looked up by a pattern, so that % is taken; the transport chapter refuses those that "
                                    + "aren't valid.")
                    .by(alsoAdmits("key=%"::equals)),
            defect("oioi-key-not-checked-on-post")
                    .breaks("OIOI-KEY-1")
                    .says("Posts are carried out whatever their API key; the transport chapter asks for it on "
                            + "each call.")
                    .by(notChecked("user-post-details")),
            defect("oioi-key-not-checked-by-rfid")
                    .breaks("OIOI-KEY-1")
                    .says("Calls by RFID are carried out whatever their API key; the transport chapter asks for "
                            + "it on each call.")
                    .by(notChecked("rfid")),
            defect("oioi-key-not-checked-by-token")
                    .breaks("OIOI-KEY-1")
                    .says("Posts by token need no key; the page lists token among the identifier types, and "
                            + "requires the key.")
                    .by(notChecked("identifier-type\":\"token")),
            defect("oioi-key-remembered")
                    .breaks("OIOI-KEY-1")
                    .says("After one call with the right API key, calls without one are carried out; the "
                            + "transport chapter asks for it on each.")
                    .by(keyRemembered()),
            defect("oioi-refused-key-shows-user")
                    .breaks("OIOI-KEY-1")
                    .says("A wrong API key gets code 210 and the user all the same; the transport chapter lets "
                            + "nobody in without a key.")
                    .by(revealing(WRONG_KEY, UserKeyDefects::withUser)),
            defect("oioi-token-in-user")
                    .breaks("OIOI-KEY-3")
                    .says("The user shown has a token; the page lists no such member, and a token is for its "
                            + "user alone.")
                    .by(tokenInUser()),
            defect("oioi-token-in-cookie")
                    .breaks("OIOI-KEY-3")
                    .says("A get sets a cookie that holds the user's token; the transport chapter keeps what "
                            + "authenticates away from answers.")
                    .by(revealing(SHOWN, UserKeyDefects::withCookie)),
            defect("oioi-right-token-in-message")
                    .breaks("OIOI-KEY-3")
                    .says("The message about a wrong token tells the right one; the table's text names none.")
                    .by(revealing(WRONG_TOKEN, UserKeyDefects::withExpectedToken)),
            defect("oioi-token-in-reason")
                    .breaks("OIOI-KEY-3")
                    .says("The reason why details were refused tells the user's token; the example names the "
                            + "VAT number alone.")
                    .shownBy("OIOI-POST-12")
                    .by(revealing(OBJECTED, UserKeyDefects::withTokenInReason)),
            defect("oioi-token-returned-by-post")
                    .breaks("OIOI-KEY-3")
                    .says("The answer to a post brings the user's token; the example has the result alone.")
                    .by(revealing(POSTED, UserKeyDefects::withTokenOfPost)),
            defect("oioi-request-echoed-on-failure")
                    .breaks("OIOI-KEY-3")
                    .says("A failed authentication echoes the request with whosever token it bore; the example "
                            + "has the result alone.")
                    .by(requestEchoed()),
            defect("oioi-key-in-header")
                    .breaks("OIOI-KEY-3")
                    .says("Every answer has the API key in a header; the transport chapter asks never to give "
                            + "it away.")
                    .by(answering(ALL, draft -> draft.withHeader("x-api-key", UserTestData.API_KEY))),
            defect("oioi-key-in-503")
                    .breaks("OIOI-KEY-3")
                    .says("Every fourth call gets 503 with the API key in it; the transport chapter asks never "
                            + "to give it away.")
                    .by(keyShownWhileBusy()),
            defect("oioi-key-in-refusal")
                    .breaks("OIOI-KEY-3")
                    .says("The refusal of a wrong API key tells the right one; the transport chapter asks never "
                            + "to give it away.")
                    .by(message(WRONG_KEY, "Invalid API key, expected " + UserTestData.API_KEY)),
            defect("oioi-wrong-token-shows-user")
                    .breaks("OIOI-AUTH-5")
                    .says("Code 145 comes with the user; the page shows one in the answer of a success.")
                    .by(revealing(WRONG_TOKEN, UserKeyDefects::withUser)),
            defect("oioi-unknown-user-shows-empty-one")
                    .breaks("OIOI-AUTH-5")
                    .says("Code 144 comes with a user that has no members; the page shows one in the answer of "
                            + "a success.")
                    .by(Answers.body(failed(ResultCode.UNKNOWN_USERNAME), body -> body.putObject("user"))),
            defect("oioi-other-token-shows-its-owner")
                    .breaks("OIOI-AUTH-5")
                    .says("A call with another's token fails and shows that other user; the page shows one in "
                            + "the answer of a success.")
                    .by(revealing(LookupChanges::bearing, WRONG_TOKEN, UserKeyDefects::withUser)),
            defect("oioi-unknown-rfid-shows-another")
                    .breaks("OIOI-AUTH-5")
                    .says("An unknown RFID or EVCO ID fails and shows some other user; the page shows one in "
                            + "the answer of a success.")
                    .by(Answers.body(
                            failed(ResultCode.NOT_AUTHENTICATED),
                            body -> body.set("user", shown(UserTestData.secondary())))));

    private UserKeyDefects() {}

    private static ObjectNode shown(User user) {
        return user.details().put("evco-id", user.evcoId());
    }

    /** Lets in whoever sends something else too; nothing sent is an empty text. */
    private static Variation<UserRecords> alsoAdmits(Predicate<String> also) {
        return ofUsers(
                KeyCheck.class,
                next -> request -> next.refusal(request)
                        .filter(code ->
                                !also.test(String.join(",", request.headers().all("authorization")))));
    }

    private static Variation<UserRecords> notChecked(String word) {
        return ofUsers(
                KeyCheck.class,
                next -> request -> next.refusal(request)
                        .filter(code -> !request.body().text().contains('"' + word + '"')));
    }

    private static Variation<UserRecords> keyRemembered() {
        return service -> {
            AtomicBoolean seen = new AtomicBoolean();
            return service.with(KeyCheck.class, next -> request -> {
                Optional<ResultCode> refusal = next.refusal(request);
                if (refusal.isEmpty()) {
                    seen.set(true);
                }
                boolean bare = request.headers().all("authorization").isEmpty();
                return refusal.filter(code -> !(bare && seen.get()));
            });
        };
    }

    /** Answers in which the user that a request names leaves a trace. */
    private static Variation<UserRecords> revealing(
            BiPredicate<Request, CallResult> when, BiFunction<Draft, User, Draft> trace) {
        return revealing(LookupChanges::named, when, trace);
    }

    private static Variation<UserRecords> revealing(
            BiFunction<UserRecords, String, Optional<User>> whom,
            BiPredicate<Request, CallResult> when,
            BiFunction<Draft, User, Draft> trace) {
        return service -> service.with(UserRendering.class, next -> (request, outcome) -> {
            Draft draft = next.render(request, outcome);
            Optional<User> user = when.test(request, outcome)
                    ? whom.apply(service.records(), request.body().text())
                    : Optional.empty();
            return user.map(found -> trace.apply(draft, found)).orElse(draft);
        });
    }

    private static Draft withUser(Draft draft, User user) {
        return draft.edited(body -> body.set("user", shown(user)));
    }

    private static Draft withCookie(Draft draft, User user) {
        return draft.withHeader("set-cookie", "session=" + user.token() + "; HttpOnly");
    }

    private static Draft withExpectedToken(Draft draft, User user) {
        return draft.edited(body ->
                body.withObject("result").put("message", "User token not valid, " + user.token() + " expected"));
    }

    private static Draft withTokenInReason(Draft draft, User user) {
        return draft.edited(body -> body.withObject("user-post-details")
                .put("reason", "Could not validate details, token=" + user.token()));
    }

    private static Draft withTokenOfPost(Draft draft, User user) {
        return draft.edited(body -> body.withObject("user-post-details").put("token", user.token()));
    }

    private static Variation<UserRecords> tokenInUser() {
        return ofUsers(
                UserView.class,
                next -> (user, reference) -> next.show(user, reference).put("token", user.token()));
    }

    private static Variation<UserRecords> keyShownWhileBusy() {
        return service -> ofUsers(
                        RequestPipeline.class,
                        FlakyResponses.every(
                                4,
                                request -> true,
                                request -> FlakyResponses.again(503, "{\"busy\":\"" + UserTestData.API_KEY + "\"}")))
                .vary(service);
    }

    private static Variation<UserRecords> requestEchoed() {
        return ofUsers(
                UserRendering.class,
                next -> (request, outcome) -> WRONG_TOKEN.test(request, outcome)
                        ? next.render(request, outcome)
                                .edited(body ->
                                        body.put("request", request.body().text()))
                        : next.render(request, outcome));
    }
}
