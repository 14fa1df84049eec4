package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerDeviations.answering;
import static io.chargeproof.sandbox.evcnet.CustomerTestData.TOKEN;
import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.behaviour.FlakyResponses;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.RequestPipeline;
import io.chargeproof.sandbox.wire.StrictJson;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Tokens and passwords that come back. */
final class CustomerSecretDefects {
    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            defect("evc-token-in-header")
                    .breaks("EVC-AUTH-6")
                    .says("Every answer names the token in a header; the security note asks to keep it from others.")
                    .by(answering(RequestResults::isAny, draft -> draft.withHeader("x-token", TOKEN))),
            defect("evc-token-in-created-link")
                    .breaks("EVC-AUTH-6")
                    .says("A create answers with a link that has the token in its query; the security note asks "
                            + "to keep it from others.")
                    .by(answering(RequestResults::isCreated, CustomerSecretDefects::linked)),
            defect("evc-token-in-cookie")
                    .breaks("EVC-AUTH-6")
                    .says("An update sets a cookie that is the token; the security note asks to keep it from "
                            + "others.")
                    .by(answering(RequestResults::isUpdated, CustomerSecretDefects::withCookie)),
            defect("evc-token-in-location")
                    .breaks("EVC-AUTH-6")
                    .says("A create's Location has the token in its query; the security note asks to keep it "
                            + "from others.")
                    .by(answering(RequestResults::isCreated, CustomerSecretDefects::located)),
            defect("evc-token-in-400")
                    .breaks("EVC-AUTH-6")
                    .says("A 400 repeats the request's Authorization; the security note asks to keep the token "
                            + "from others.")
                    .by(requestShown(RequestResults::isInvalid)),
            defect("evc-token-in-card-refusal")
                    .breaks("EVC-AUTH-6")
                    .says("A refused card gets the request's Authorization repeated; the security note asks to "
                            + "keep the token from others.")
                    .shownBy("EVC-CARD-5")
                    .by(requestShown(RequestResults.invalid("card_list"))),
            defect("evc-token-in-403")
                    .breaks("EVC-AUTH-6")
                    .says("A 403 tells the stranger which token would be right; the security note asks to keep "
                            + "it from others.")
                    .shownBy("EVC-AUTH-3")
                    .by(answering(RequestResults::isForbidden, CustomerSecretDefects::expected)),
            defect("evc-password-in-created")
                    .breaks("EVC-CREATE-10")
                    .says("A create repeats the password; a password is nobody's business once it was sent.")
                    .by(passwordShown(RequestResults::isCreated, password -> password)),
            defect("evc-password-in-400")
                    .breaks("EVC-CREATE-10")
                    .says("A 400 repeats the password; a password is nobody's business once it was sent.")
                    .by(passwordShown(RequestResults::isInvalid, password -> password)),
            defect("evc-password-in-welcome")
                    .breaks("EVC-CREATE-10")
                    .says("A create greets with a sentence that has the password in it; it is nobody's business "
                            + "once it was sent.")
                    .by(passwordShown(RequestResults::isCreated, CustomerSecretDefects::welcome)),
            defect("evc-password-in-header")
                    .breaks("EVC-CREATE-10")
                    .says("A create repeats the password in a header; it is nobody's business once it was sent.")
                    .by(passwordInHeader()),
            defect("evc-update-shows-password-on-record")
                    .breaks("EVC-CREATE-10")
                    .says("An update answers with the password of the creation; it is nobody's business once it "
                            + "was sent.")
                    .by(passwordOnRecordShown()),
            defect("evc-token-in-429")
                    .breaks("EVC-AUTH-6")
                    .says("Every fourth request gets 429 with the token in its text; the security note asks to "
                            + "keep it from others.")
                    .by(tokenShownWhileBusy()),
            defect("evc-password-in-502")
                    .breaks("EVC-CREATE-10")
                    .says("Every third create gets 502 with the request in it; a password is nobody's business "
                            + "once it was sent.")
                    .by(requestShownByGateway()));

    private CustomerSecretDefects() {}

    private static Draft linked(Draft draft) {
        return draft.edited(body -> body.putObject("links").put("self", "/api/rest/customer?token=" + TOKEN));
    }

    private static Draft located(Draft draft) {
        String id = draft.body() == null
                ? ""
                : draft.body().path("data").path("customer_id").asString("");
        return draft.withHeader("location", "/api/rest/customer/" + id + "?api_token=" + TOKEN);
    }

    private static Draft withCookie(Draft draft) {
        return draft.withHeader("set-cookie", "session=" + TOKEN + "; Path=/; HttpOnly");
    }

    private static Draft expected(Draft draft) {
        return draft.edited(body -> body.put("message", "Incorrect API key, expected Token " + TOKEN));
    }

    /** For the developers' ease, the header fields of the request. */
    private static Variation<CustomerRecords> requestShown(Predicate<RequestResult> when) {
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

    private static Variation<CustomerRecords> passwordShown(
            Predicate<RequestResult> when, Function<String, String> form) {
        return ofCustomers(
                CustomerRendering.class,
                next -> (request, outcome) ->
                        when.test(outcome) && !password(request).isEmpty()
                                ? next.render(request, outcome)
                                        .edited(body -> body.put("received", form.apply(password(request))))
                                : next.render(request, outcome));
    }

    private static Variation<CustomerRecords> tokenShownWhileBusy() {
        return service -> ofCustomers(
                        RequestPipeline.class,
                        FlakyResponses.every(
                                4,
                                request -> true,
                                request -> FlakyResponses.again(
                                        429, "{\"status\":\"error\",\"data\":[\"Busy: " + TOKEN + "\"]}")))
                .vary(service);
    }

    private static Variation<CustomerRecords> requestShownByGateway() {
        return service -> ofCustomers(
                        RequestPipeline.class,
                        FlakyResponses.every(
                                3,
                                request -> request.method().equals("POST"),
                                request ->
                                        FlakyResponses.again(502, request.body().text())))
                .vary(service);
    }

    private static String welcome(String password) {
        return "Welcome! Your password is " + password + ".";
    }

    private static Variation<CustomerRecords> passwordInHeader() {
        return ofCustomers(
                CustomerRendering.class,
                next -> (request, outcome) -> RequestResults.isCreated(outcome) && isPlain(password(request))
                        ? next.render(request, outcome).withHeader("x-initial-password", password(request))
                        : next.render(request, outcome));
    }

    private static boolean isPlain(String text) {
        return text.matches("[!-~]+");
    }

    private static Variation<CustomerRecords> passwordOnRecordShown() {
        return service -> {
            Map<Long, String> passwords = new ConcurrentHashMap<>();
            return service.with(CustomerRendering.class, next -> (request, outcome) -> {
                Draft draft = next.render(request, outcome);
                if (!(outcome instanceof Accepted done)) {
                    return draft;
                }
                if (RequestResults.isCreated(outcome)) {
                    passwords.put(done.customer(), password(request));
                    return draft;
                }
                return draft.edited(body ->
                        body.withObject("customer").put("password", passwords.getOrDefault(done.customer(), "")));
            });
        };
    }

    private static String password(Request request) {
        return CustomerDeviations.members(new StrictJson().decode(request.body()))
                .map(body -> body.path("password").asString(""))
                .orElse("");
    }
}
