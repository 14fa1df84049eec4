package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.CustomerBreach.answering;
import static io.chargeproof.sandbox.defect.CustomerOutcome.by;
import static io.chargeproof.sandbox.defect.CustomerOutcome.isForbidden;
import static io.chargeproof.sandbox.defect.CustomerOutcome.on;
import static io.chargeproof.sandbox.provider.TestData.CUSTOMER_TOKEN;
import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.Authentication;
import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Trouble with the token: who gets in that shouldn't, who doesn't that should, and what a stranger is told. */
final class CustomerTokenDefects {
    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-capital-scheme-refused", kept(CustomerTokenDefects::isAny, Predicate.not(scheme("Token")))),
            entry("evc-capital-scheme-refused-on-put", kept(by("PUT"), Predicate.not(scheme("Token")))),
            entry("evc-every-seventh-token-refused", everySeventhRefused()),
            entry("evc-lower-case-scheme-refused", kept(CustomerTokenDefects::isAny, Predicate.not(scheme("token")))),
            entry("evc-lower-case-scheme-refused-on-put", kept(by("PUT"), Predicate.not(scheme("token")))),
            entry(
                    "evc-token-not-checked-on-put",
                    taken(by("PUT"), credentials(given -> given.matches("(?i)token .+")))),
            entry(
                    "evc-token-not-checked-on-post",
                    taken(by("POST"), credentials(given -> given.matches("(?i)token .+")))),
            entry(
                    "evc-token-not-checked-with-cards",
                    taken(CustomerTokenDefects::bearsCards, credentials(given -> given.matches("(?i)token .+")))),
            entry(
                    "evc-token-by-its-start",
                    taken(
                            CustomerTokenDefects::isAny,
                            token(given -> given.startsWith(CUSTOMER_TOKEN.substring(0, 20))))),
            entry(
                    "evc-token-with-a-tail",
                    taken(CustomerTokenDefects::isAny, token(given -> given.startsWith(CUSTOMER_TOKEN)))),
            entry(
                    "evc-token-by-its-end",
                    taken(
                            CustomerTokenDefects::isAny,
                            token(given -> given.length() > 10 && CUSTOMER_TOKEN.endsWith(given)))),
            entry(
                    "evc-token-cut-short",
                    taken(
                            CustomerTokenDefects::isAny,
                            token(given -> given.length() > 10 && CUSTOMER_TOKEN.startsWith(given)))),
            entry(
                    "evc-token-without-case",
                    taken(CustomerTokenDefects::isAny, token(CUSTOMER_TOKEN::equalsIgnoreCase))),
            entry("evc-wrong-token-401-on-post", strangerGets(401, on("POST", CustomerOutcome::isForbidden))),
            entry(
                    "evc-wrong-token-400-on-put",
                    strangerGets(400, bearing("PUT", given -> given.matches("(?i)token .+")))),
            entry("evc-no-token-needed-on-post", taken(by("POST"), CustomerTokenDefects::isAnonymous)),
            entry("evc-no-token-needed-on-put", taken(by("PUT"), CustomerTokenDefects::isAnonymous)),
            entry(
                    "evc-no-token-needed-with-cards",
                    taken(CustomerTokenDefects::bearsCards, CustomerTokenDefects::isAnonymous)),
            entry(
                    "evc-empty-token-taken",
                    taken(
                            CustomerTokenDefects::isAny,
                            credentials(given -> given.strip().matches("(?i)(token)?")))),
            entry("evc-basic-taken", taken(CustomerTokenDefects::isAny, scheme("Basic"))),
            entry(
                    "evc-token-as-basic-password",
                    taken(CustomerTokenDefects::isAny, credentials(CustomerTokenDefects::isPassword))),
            entry("evc-wrong-bearer-taken", taken(CustomerTokenDefects::isAny, scheme("Bearer"))),
            entry(
                    "evc-no-token-401",
                    answering(
                            (request, outcome) -> isForbidden(outcome) && isAnonymous(request),
                            CustomerTokenDefects::challenged)),
            entry(
                    "evc-stranger-sent-to-login",
                    answering(
                            (request, outcome) -> isForbidden(outcome) && isAnonymous(request),
                            CustomerTokenDefects::toLogin)),
            entry(
                    "evc-no-token-400",
                    strangerGets(400, (request, outcome) -> isForbidden(outcome) && isAnonymous(request))),
            entry("evc-basic-400", strangerGets(400, bearing("POST|PUT", given -> given.startsWith("Basic")))),
            entry(
                    "evc-wrong-bearer-400-on-put",
                    strangerGets(400, bearing("PUT", given -> given.startsWith("Bearer")))),
            entry(
                    "evc-empty-token-400",
                    strangerGets(400, bearing("POST|PUT", given -> given.strip().equalsIgnoreCase("token")))),
            entry(
                    "evc-bearer-for-token",
                    taken(CustomerTokenDefects::isAny, credentials(("Bearer " + CUSTOMER_TOKEN)::equals))),
            entry("evc-bearer-for-token-on-put", taken(by("PUT"), credentials(("Bearer " + CUSTOMER_TOKEN)::equals))),
            entry("evc-bare-token-taken", taken(CustomerTokenDefects::isAny, credentials(CUSTOMER_TOKEN::equals))),
            entry("evc-bare-token-taken-on-post", taken(by("POST"), credentials(CUSTOMER_TOKEN::equals))));

    private CustomerTokenDefects() {}

    private static boolean isPassword(String given) {
        return given.startsWith("Basic ")
                && new String(Base64.getDecoder().decode(given.substring("Basic ".length())), StandardCharsets.UTF_8)
                        .endsWith(":" + CUSTOMER_TOKEN);
    }

    private static boolean bearsCards(Request request) {
        return request.body().text().contains("\"card_list\"");
    }

    private static boolean isAny(Request request) {
        return true;
    }

    /** Some who bear no valid token get in all the same. */
    private static Variation taken(Predicate<Request> when, Predicate<Request> also) {
        return ofCustomers(
                Authentication.class,
                next -> request -> next.admits(request) || (when.test(request) && also.test(request)));
    }

    /** Some who bear a valid token don't get in. */
    private static Variation kept(Predicate<Request> when, Predicate<Request> only) {
        return ofCustomers(
                Authentication.class,
                next -> request -> next.admits(request) && (!when.test(request) || only.test(request)));
    }

    private static Variation everySeventhRefused() {
        return provider -> {
            AtomicInteger count = new AtomicInteger();
            return kept(CustomerTokenDefects::isAny, request -> count.incrementAndGet() % 7 != 0)
                    .vary(provider);
        };
    }

    private static Variation strangerGets(int status, BiPredicate<Request, Outcome> when) {
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

    private static BiPredicate<Request, Outcome> bearing(String methods, Predicate<String> credentials) {
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
