package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.CustomerBreach.answering;
import static io.chargeproof.sandbox.provider.TestData.CUSTOMER_TOKEN;
import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.CustomerRendering;
import io.chargeproof.sandbox.customer.Done;
import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Exchanging;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.StrictJson;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Tokens and passwords that come back. */
final class CustomerSecretDefects {
    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry(
                    "evc-token-in-header",
                    answering(CustomerOutcome::isAny, draft -> draft.withHeader("x-token", CUSTOMER_TOKEN))),
            entry("evc-token-in-created-link", answering(CustomerOutcome::isCreated, CustomerSecretDefects::linked)),
            entry("evc-token-in-cookie", answering(CustomerOutcome::isUpdated, CustomerSecretDefects::withCookie)),
            entry("evc-token-in-location", answering(CustomerOutcome::isCreated, CustomerSecretDefects::located)),
            entry("evc-token-in-400", requestShown(CustomerOutcome::isInvalid)),
            entry("evc-token-in-card-refusal", requestShown(CustomerOutcome.invalid("card_list"))),
            entry("evc-token-in-403", answering(CustomerOutcome::isForbidden, CustomerSecretDefects::expected)),
            entry("evc-password-in-created", passwordShown(CustomerOutcome::isCreated, password -> password)),
            entry("evc-password-in-400", passwordShown(CustomerOutcome::isInvalid, password -> password)),
            entry("evc-password-in-welcome", passwordShown(CustomerOutcome::isCreated, CustomerSecretDefects::welcome)),
            entry("evc-password-in-header", passwordInHeader()),
            entry("evc-update-shows-password-on-record", passwordOnRecordShown()),
            entry("evc-token-in-429", tokenShownWhileBusy()),
            entry("evc-password-in-502", requestShownByGateway()));

    private CustomerSecretDefects() {}

    private static Draft linked(Draft draft) {
        return draft.edited(body -> body.putObject("links").put("self", "/api/rest/customer?token=" + CUSTOMER_TOKEN));
    }

    private static Draft located(Draft draft) {
        String id = draft.body() == null
                ? ""
                : draft.body().path("data").path("customer_id").asString("");
        return draft.withHeader("location", "/api/rest/customer/" + id + "?api_token=" + CUSTOMER_TOKEN);
    }

    private static Draft withCookie(Draft draft) {
        return draft.withHeader("set-cookie", "session=" + CUSTOMER_TOKEN + "; Path=/; HttpOnly");
    }

    private static Draft expected(Draft draft) {
        return draft.edited(body -> body.put("message", "Incorrect API key, expected Token " + CUSTOMER_TOKEN));
    }

    /** For the developers' ease, the header fields of the request. */
    private static Variation requestShown(Predicate<Outcome> when) {
        return ofCustomers(
                CustomerRendering.class,
                next -> (request, outcome) -> when.test(outcome)
                        ? next.render(request, outcome)
                                .edited(body -> body.putObject("request")
                                        .put(
                                                "authorization",
                                                String.join(
                                                        ",", request.headers().all("authorization"))))
                        : next.render(request, outcome));
    }

    private static Variation passwordShown(Predicate<Outcome> when, Function<String, String> form) {
        return ofCustomers(
                CustomerRendering.class,
                next -> (request, outcome) ->
                        when.test(outcome) && !password(request).isEmpty()
                                ? next.render(request, outcome)
                                        .edited(body -> body.put("received", form.apply(password(request))))
                                : next.render(request, outcome));
    }

    private static Variation tokenShownWhileBusy() {
        return provider -> ofCustomers(
                        Exchanging.class,
                        Stumbling.every(
                                4,
                                request -> true,
                                request -> Stumbling.again(
                                        429, "{\"status\":\"error\",\"data\":[\"Busy: " + CUSTOMER_TOKEN + "\"]}")))
                .vary(provider);
    }

    private static Variation requestShownByGateway() {
        return provider -> ofCustomers(
                        Exchanging.class,
                        Stumbling.every(
                                3,
                                request -> request.method().equals("POST"),
                                request -> Stumbling.again(502, request.body().text())))
                .vary(provider);
    }

    private static String welcome(String password) {
        return "Welcome! Your password is " + password + ".";
    }

    private static Variation passwordInHeader() {
        return ofCustomers(
                CustomerRendering.class,
                next -> (request, outcome) -> CustomerOutcome.isCreated(outcome) && isPlain(password(request))
                        ? next.render(request, outcome).withHeader("x-initial-password", password(request))
                        : next.render(request, outcome));
    }

    private static boolean isPlain(String text) {
        return text.matches("[!-~]+");
    }

    private static Variation passwordOnRecordShown() {
        return provider -> {
            Map<Long, String> passwords = new ConcurrentHashMap<>();
            return provider.withCustomerStep(CustomerRendering.class, next -> (request, outcome) -> {
                Draft draft = next.render(request, outcome);
                if (!(outcome instanceof Done done)) {
                    return draft;
                }
                if (CustomerOutcome.isCreated(outcome)) {
                    passwords.put(done.customer(), password(request));
                    return draft;
                }
                return draft.edited(body ->
                        body.withObject("customer").put("password", passwords.getOrDefault(done.customer(), "")));
            });
        };
    }

    private static String password(Request request) {
        return CustomerBreach.members(new StrictJson().decode(request.body()))
                .map(body -> body.path("password").asString(""))
                .orElse("");
    }
}
