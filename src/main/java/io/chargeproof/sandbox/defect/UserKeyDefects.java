package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.Answers.ALL;
import static io.chargeproof.sandbox.defect.Answers.OBJECTED;
import static io.chargeproof.sandbox.defect.Answers.POSTED;
import static io.chargeproof.sandbox.defect.Answers.SHOWN;
import static io.chargeproof.sandbox.defect.Answers.answering;
import static io.chargeproof.sandbox.defect.Answers.failed;
import static io.chargeproof.sandbox.defect.Answers.message;
import static io.chargeproof.sandbox.provider.Variation.ofUsers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.TestData;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.KeyCheck;
import io.chargeproof.sandbox.user.Outcome;
import io.chargeproof.sandbox.user.ResultCode;
import io.chargeproof.sandbox.user.Showing;
import io.chargeproof.sandbox.user.User;
import io.chargeproof.sandbox.user.UserRecords;
import io.chargeproof.sandbox.user.UserRendering;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Exchanging;
import io.chargeproof.sandbox.wire.Request;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Defects of the user calls in what is secret: the API key, tokens, and users to whom nobody has shown a token. */
final class UserKeyDefects {
    private static final String KEY = "key=" + TestData.API_KEY;
    private static final BiPredicate<Request, Outcome> WRONG_KEY = failed(ResultCode.INVALID_API_KEY);
    private static final BiPredicate<Request, Outcome> WRONG_TOKEN = failed(ResultCode.WRONG_TOKEN);

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-missing-key-taken", alsoAdmits(sent -> sent.isEmpty())),
            entry("oioi-any-key-taken", alsoAdmits(sent -> sent.length() > "key=".length())),
            entry("oioi-empty-key-taken", alsoAdmits(sent -> sent.strip().equals("key="))),
            entry("oioi-start-of-key-taken", alsoAdmits(sent -> sent.length() > 12 && KEY.startsWith(sent))),
            entry(
                    "oioi-end-of-key-taken",
                    alsoAdmits(
                            sent -> sent.length() > 12 && TestData.API_KEY.endsWith(sent.substring("key=".length())))),
            entry("oioi-longer-key-taken", alsoAdmits(sent -> sent.startsWith(KEY))),
            entry("oioi-key-without-case", alsoAdmits(KEY::equalsIgnoreCase)),
            entry("oioi-key-not-checked-on-post", notChecked("user-post-details")),
            entry("oioi-key-not-checked-by-rfid", notChecked("rfid")),
            entry("oioi-key-not-checked-by-token", notChecked("identifier-type\":\"token")),
            entry("oioi-key-remembered", keyRemembered()),
            entry("oioi-refused-key-shows-user", revealing(WRONG_KEY, UserKeyDefects::withUser)),
            entry("oioi-token-in-user", tokenInUser()),
            entry("oioi-token-in-cookie", revealing(SHOWN, UserKeyDefects::withCookie)),
            entry("oioi-right-token-in-message", revealing(WRONG_TOKEN, UserKeyDefects::withExpectedToken)),
            entry("oioi-token-in-reason", revealing(OBJECTED, UserKeyDefects::withTokenInReason)),
            entry("oioi-token-returned-by-post", revealing(POSTED, UserKeyDefects::withTokenOfPost)),
            entry("oioi-request-echoed-on-failure", requestEchoed()),
            entry("oioi-key-in-header", answering(ALL, draft -> draft.withHeader("x-api-key", TestData.API_KEY))),
            entry("oioi-key-in-503", keyShownWhileBusy()),
            entry("oioi-key-in-refusal", message(WRONG_KEY, "Invalid API key, expected " + TestData.API_KEY)),
            entry("oioi-wrong-token-shows-user", revealing(WRONG_TOKEN, UserKeyDefects::withUser)),
            entry(
                    "oioi-unknown-user-shows-empty-one",
                    Answers.body(failed(ResultCode.UNKNOWN_USERNAME), body -> body.putObject("user"))),
            entry(
                    "oioi-other-token-shows-its-owner",
                    revealing(Lookups::bearing, WRONG_TOKEN, UserKeyDefects::withUser)),
            entry(
                    "oioi-unknown-rfid-shows-another",
                    Answers.body(
                            failed(ResultCode.NOT_AUTHENTICATED),
                            body -> body.set("user", shown(TestData.secondary())))));

    private UserKeyDefects() {}

    private static ObjectNode shown(User user) {
        return user.details().put("evco-id", user.evcoId());
    }

    /** Lets in whoever sends something else too; nothing sent is an empty text. */
    private static Variation alsoAdmits(Predicate<String> also) {
        return ofUsers(
                KeyCheck.class,
                next -> request -> next.refusal(request)
                        .filter(code ->
                                !also.test(String.join(",", request.headers().all("authorization")))));
    }

    private static Variation notChecked(String word) {
        return ofUsers(
                KeyCheck.class,
                next -> request -> next.refusal(request)
                        .filter(code -> !request.body().text().contains('"' + word + '"')));
    }

    private static Variation keyRemembered() {
        return provider -> {
            AtomicBoolean seen = new AtomicBoolean();
            return provider.withUserStep(KeyCheck.class, next -> request -> {
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
    private static Variation revealing(BiPredicate<Request, Outcome> when, BiFunction<Draft, User, Draft> trace) {
        return revealing(Lookups::named, when, trace);
    }

    private static Variation revealing(
            BiFunction<UserRecords, String, Optional<User>> whom,
            BiPredicate<Request, Outcome> when,
            BiFunction<Draft, User, Draft> trace) {
        return provider -> provider.withUserStep(UserRendering.class, next -> (request, outcome) -> {
            Draft draft = next.render(request, outcome);
            Optional<User> user = when.test(request, outcome)
                    ? whom.apply(provider.users(), request.body().text())
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

    private static Variation tokenInUser() {
        return ofUsers(
                Showing.class,
                next -> (user, reference) -> next.show(user, reference).put("token", user.token()));
    }

    private static Variation keyShownWhileBusy() {
        return provider -> ofUsers(
                        Exchanging.class,
                        Stumbling.every(
                                4,
                                request -> true,
                                request -> Stumbling.again(503, "{\"busy\":\"" + TestData.API_KEY + "\"}")))
                .vary(provider);
    }

    private static Variation requestEchoed() {
        return ofUsers(
                UserRendering.class,
                next -> (request, outcome) -> WRONG_TOKEN.test(request, outcome)
                        ? next.render(request, outcome)
                                .edited(body ->
                                        body.put("request", request.body().text()))
                        : next.render(request, outcome));
    }
}
