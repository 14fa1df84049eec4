package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerDeviations.answering;
import static io.chargeproof.sandbox.evcnet.CustomerTestData.TOKEN;
import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.evcnet.RequestResults.by;
import static io.chargeproof.sandbox.evcnet.RequestResults.isForbidden;
import static io.chargeproof.sandbox.evcnet.RequestResults.on;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.behaviour.Json;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Trouble with the token: who gets in that shouldn't, who doesn't that should, and what a stranger is told. */
final class CustomerTokenDefects {
    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            defect("evc-capital-scheme-refused")
                    .breaks("EVC-AUTH-1")
                    .says("The scheme counts only as \"token\"; the headers table writes it with a capital.")
                    .by(kept(CustomerTokenDefects::isAny, Predicate.not(scheme("Token")))),
            defect("evc-capital-scheme-refused-on-put")
                    .breaks("EVC-AUTH-1")
                    .says("On PUT the scheme counts only as \"token\"; the headers table writes it with a "
                            + "capital, for both paths.")
                    .by(kept(by("PUT"), Predicate.not(scheme("Token")))),
            defect("evc-every-seventh-token-refused")
                    .breaks("EVC-AUTH-1")
                    .says("Every seventh request with the right token gets 403; that status is for an incorrect "
                            + "one.")
                    .by(everySeventhRefused()),
            defect("evc-lower-case-scheme-refused")
                    .breaks("EVC-AUTH-2")
                    .says("The scheme counts only as \"Token\"; the section on authentication writes it in lower "
                            + "case.")
                    .by(kept(CustomerTokenDefects::isAny, Predicate.not(scheme("token")))),
            defect("evc-lower-case-scheme-refused-on-put")
                    .breaks("EVC-AUTH-2")
                    .says("On PUT the scheme counts only as \"Token\"; the section on authentication writes it in "
                            + "lower case.")
                    .by(kept(by("PUT"), Predicate.not(scheme("token")))),
            defect("evc-lower-case-scheme-creates-nobody")
                    .breaks("EVC-AUTH-2")
                    .says("A create whose scheme is in lower case gets 400; the section on authentication writes it "
                            + "so.")
                    .by(answering(
                            (request, outcome) -> outcome instanceof Accepted
                                    && by("POST").and(scheme("token")).test(request),
                            draft -> draft.withStatus(400)
                                    .withBody(Json.object().put("data", "the scheme isn't supported")))),
            defect("evc-token-not-checked-on-put")
                    .breaks("EVC-AUTH-3")
                    .says("A PUT is carried out whatever token it bears; the status table has 403 for an "
                            + "incorrect one.")
                    .by(taken(by("PUT"), credentials(given -> given.matches("(?i)token .+")))),
            defect("evc-token-not-checked-on-post")
                    .breaks("EVC-AUTH-3")
                    .says("A POST is carried out whatever token it bears; the status table has 403 for an "
                            + "incorrect one.")
                    .by(taken(by("POST"), credentials(given -> given.matches("(?i)token .+")))),
            defect("evc-token-not-checked-with-cards")
                    .breaks("EVC-AUTH-3")
                    .says("Cards are attached whatever token comes with them; the status table has 403 for an "
                            + "incorrect one.")
                    .by(taken(CustomerTokenDefects::bearsCards, credentials(given -> given.matches("(?i)token .+")))),
            defect("evc-token-by-its-start")
                    .breaks("EVC-AUTH-3")
                    .says("A token is taken when its first twenty characters are right; the status table has "
                            + "403 for an incorrect one.")
                    .by(taken(CustomerTokenDefects::isAny, token(given -> given.startsWith(TOKEN.substring(0, 20))))),
            defect("evc-token-with-a-tail")
                    .breaks("EVC-AUTH-3")
                    .says("The token is taken with anything behind it; the status table has 403 for an "
                            + "incorrect one.")
                    .by(taken(CustomerTokenDefects::isAny, token(given -> given.startsWith(TOKEN)))),
            defect("evc-token-with-a-head")
                    .breaks("EVC-AUTH-3")
                    .says("The token is taken with anything before it; the status table has 403 for an "
                            + "incorrect one.")
                    .by(taken(CustomerTokenDefects::isAny, token(given -> given.endsWith(TOKEN)))),
            defect("evc-token-by-its-end")
                    .breaks("EVC-AUTH-3")
                    .says("A token is taken without its start; the status table has 403 for an incorrect one.")
                    .by(taken(
                            CustomerTokenDefects::isAny, token(given -> given.length() > 10 && TOKEN.endsWith(given)))),
            defect("evc-token-cut-short")
                    .breaks("EVC-AUTH-3")
                    .says("The token is taken without its end; the status table has 403 for an incorrect one.")
                    .by(taken(
                            CustomerTokenDefects::isAny,
                            token(given -> given.length() > 10 && TOKEN.startsWith(given)))),
            defect("evc-token-without-case")
                    .breaks("EVC-AUTH-3")
                    .says("The token is taken in capitals; the status table has 403 for an incorrect one.")
                    .by(taken(CustomerTokenDefects::isAny, token(TOKEN::equalsIgnoreCase))),
            defect("evc-token-by-wildcard")
                    .breaks("EVC-AUTH-3")
                    .says("Tokens are looked up by a pattern, so that % is taken; the status table has 403 for an "
                            + "incorrect one.")
                    .by(taken(CustomerTokenDefects::isAny, token("%"::equals))),
            defect("evc-token-null-taken-on-put")
                    .breaks("EVC-AUTH-3")
                    .says("A token that is the word null is taken on PUT; the status table has 403 for an "
                            + "incorrect one.")
                    .by(taken(by("PUT"), token("null"::equals))),
            defect("evc-wrong-token-401-on-post")
                    .breaks("EVC-AUTH-3")
                    .says("A POST with a wrong token gets 401; the status table has 403 for it.")
                    .by(strangerGets(401, on("POST", RequestResults::isForbidden))),
            defect("evc-wrong-token-400-on-put")
                    .breaks("EVC-AUTH-3")
                    .says("A PUT with a wrong token gets 400; the status table has 403 for it.")
                    .by(strangerGets(400, bearing("PUT", given -> given.matches("(?i)token .+")))),
            defect("evc-no-token-needed-on-post")
                    .breaks("EVC-AUTH-4")
                    .says("A POST without Authorization is carried out; the introduction says that "
                            + "authentication is required.")
                    .by(taken(by("POST"), CustomerTokenDefects::isAnonymous)),
            defect("evc-no-token-needed-on-put")
                    .breaks("EVC-AUTH-4")
                    .says("A PUT without Authorization is carried out; the introduction says that "
                            + "authentication is required.")
                    .by(taken(by("PUT"), CustomerTokenDefects::isAnonymous)),
            defect("evc-no-token-needed-with-cards")
                    .breaks("EVC-AUTH-4")
                    .says("Cards are attached without Authorization; the introduction says that authentication "
                            + "is required.")
                    .by(taken(CustomerTokenDefects::bearsCards, CustomerTokenDefects::isAnonymous)),
            defect("evc-empty-token-taken")
                    .breaks("EVC-AUTH-4")
                    .says("An empty token is taken; the introduction says that authentication is required.")
                    .by(taken(
                            CustomerTokenDefects::isAny,
                            credentials(given -> given.strip().matches("(?i)(token)?")))),
            defect("evc-basic-taken")
                    .breaks("EVC-AUTH-4")
                    .says("Any user and password under Basic are taken; the section on authentication has a "
                            + "token under Token.")
                    .by(taken(CustomerTokenDefects::isAny, scheme("Basic"))),
            defect("evc-token-as-basic-password")
                    .breaks("EVC-AUTH-4")
                    .says("The token is taken as a password under Basic; the section on authentication has it "
                            + "under Token.")
                    .by(taken(CustomerTokenDefects::isAny, credentials(CustomerTokenDefects::isPassword))),
            defect("evc-wrong-bearer-taken")
                    .breaks("EVC-AUTH-4")
                    .says("Anything under Bearer is taken; the section on authentication has a token under Token.")
                    .by(taken(CustomerTokenDefects::isAny, scheme("Bearer"))),
            defect("evc-no-token-401")
                    .breaks("EVC-AUTH-4")
                    .says("A request without Authorization gets 401; the status table has 403 alone for "
                            + "authentication.")
                    .by(answering(
                            (request, outcome) -> isForbidden(outcome) && isAnonymous(request),
                            CustomerTokenDefects::challenged)),
            defect("evc-stranger-sent-to-login")
                    .breaks("EVC-AUTH-4")
                    .says("A request without Authorization is sent on to a login page; the status table has 403 "
                            + "for it.")
                    .by(answering(
                            (request, outcome) -> isForbidden(outcome) && isAnonymous(request),
                            CustomerTokenDefects::toLogin)),
            defect("evc-no-token-400")
                    .breaks("EVC-AUTH-5")
                    .says("A request without Authorization gets 400; the status table has 403 for authentication.")
                    .by(strangerGets(400, (request, outcome) -> isForbidden(outcome) && isAnonymous(request))),
            defect("evc-basic-400")
                    .breaks("EVC-AUTH-5")
                    .says("A request with Basic credentials gets 400; the status table has 403 for authentication.")
                    .by(strangerGets(400, bearing("POST|PUT", given -> given.startsWith("Basic")))),
            defect("evc-wrong-bearer-400-on-put")
                    .breaks("EVC-AUTH-5")
                    .says("A PUT with a wrong token under Bearer gets 400; the status table has 403 for "
                            + "authentication.")
                    .by(strangerGets(400, bearing("PUT", given -> given.startsWith("Bearer")))),
            defect("evc-empty-token-400")
                    .breaks("EVC-AUTH-5")
                    .says("A request with an empty token gets 400; the status table has 403 for authentication.")
                    .by(strangerGets(
                            400, bearing("POST|PUT", given -> given.strip().equalsIgnoreCase("token")))),
            defect("evc-bearer-for-token")
                    .breaks("EVC-AUTH-8")
                    .says("The token is taken under Bearer; the section on authentication has the format with "
                            + "Token.")
                    .by(taken(CustomerTokenDefects::isAny, credentials(("Bearer " + TOKEN)::equals))),
            defect("evc-bearer-for-token-on-put")
                    .breaks("EVC-AUTH-8")
                    .says("On PUT the token is taken under Bearer; the section on authentication has the format "
                            + "with Token.")
                    .by(taken(by("PUT"), credentials(("Bearer " + TOKEN)::equals))),
            defect("evc-bare-token-taken")
                    .breaks("EVC-AUTH-8")
                    .says("The token is taken without a scheme; the section on authentication has the format "
                            + "with Token.")
                    .by(taken(CustomerTokenDefects::isAny, credentials(TOKEN::equals))),
            defect("evc-bare-token-taken-on-post")
                    .breaks("EVC-AUTH-8")
                    .says("On POST the token is taken without a scheme; the section on authentication has the "
                            + "format with Token.")
                    .by(taken(by("POST"), credentials(TOKEN::equals))));

    private CustomerTokenDefects() {}

    private static boolean isPassword(String given) {
        return given.startsWith("Basic ")
                && new String(Base64.getDecoder().decode(given.substring("Basic ".length())), StandardCharsets.UTF_8)
                        .endsWith(":" + TOKEN);
    }

    private static boolean bearsCards(Request request) {
        return request.body().text().contains("\"card_list\"");
    }

    private static boolean isAny(Request request) {
        return true;
    }

    /** Some who bear no valid token get in all the same. */
    private static Variation<CustomerRecords> taken(Predicate<Request> when, Predicate<Request> also) {
        return ofCustomers(
                Authentication.class,
                next -> request -> next.admits(request) || (when.test(request) && also.test(request)));
    }

    /** Some who bear a valid token don't get in. */
    private static Variation<CustomerRecords> kept(Predicate<Request> when, Predicate<Request> only) {
        return ofCustomers(
                Authentication.class,
                next -> request -> next.admits(request) && (!when.test(request) || only.test(request)));
    }

    private static Variation<CustomerRecords> everySeventhRefused() {
        return service -> {
            AtomicInteger count = new AtomicInteger();
            return kept(CustomerTokenDefects::isAny, request -> count.incrementAndGet() % 7 != 0)
                    .vary(service);
        };
    }

    private static Variation<CustomerRecords> strangerGets(int status, BiPredicate<Request, RequestResult> when) {
        return answering(when, draft -> draft.withStatus(status));
    }

    private static Draft challenged(Draft draft) {
        return draft.withStatus(401).withHeader("www-authenticate", "Token realm=\"EVC-net\"");
    }

    private static Draft toLogin(Draft draft) {
        return draft.withStatus(302).withHeader("location", "/login").withBody(null);
    }

    private static boolean isAnonymous(Request request) {
        return request.headers().all("authorization").isEmpty();
    }

    private static BiPredicate<Request, RequestResult> bearing(String methods, Predicate<String> credentials) {
        return (request, outcome) -> isForbidden(outcome)
                && request.method().matches(methods)
                && credentials(credentials).test(request);
    }

    private static Predicate<Request> credentials(Predicate<String> when) {
        return request -> request.headers().only("authorization").filter(when).isPresent();
    }

    private static Predicate<Request> scheme(String scheme) {
        return credentials(given -> given.startsWith(scheme + " "));
    }

    /** What stands where the token belongs. */
    private static Predicate<Request> token(Predicate<String> when) {
        return credentials(given -> given.toLowerCase(Locale.ROOT).startsWith("token ")
                && when.test(given.substring("token ".length()).strip()));
    }
}
