package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How OIOI's user calls behave with each defect. */
public final class UserDefects {
    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-code-in-string")
                    .breaks("OIOI-RESULT-1")
                    .says("The result's code is a string; the examples show a number.")
                    .by(codeInString()),
            defect("oioi-failure-500")
                    .breaks("OIOI-HTTP-4")
                    .says("Every failure comes with HTTP 500; the pages list 200, and the transport chapter 4xx "
                            + "for what a client did wrong.")
                    .by(failuresWithStatus(500)),
            defect("oioi-token-not-checked")
                    .breaks("OIOI-AUTH-2")
                    .says("A user's token isn't compared; the result codes have 145 for a wrong one.")
                    .by(tokenNotChecked()),
            defect("oioi-username-in-list-taken")
                    .breaks("OIOI-REQ-3")
                    .says("An identifier in a list is taken for the identifier; the pages say that it is a string.")
                    .by(listTakenForItsEntry()),
            defect("oioi-country-by-name")
                    .breaks("OIOI-GET-10")
                    .says("An address names its country in English; the field takes a two-letter code.")
                    .by(showing(user -> eachAddress(user, UserDefects::nameTheCountry))),
            defect("oioi-vat-not-validated")
                    .breaks("OIOI-POST-12")
                    .says("Any VAT number is taken; the field says that it is validated, and an example shows "
                            + "the reason.")
                    .by(detailsJudged(details -> details.without("vat"))),
            defect("oioi-foreign-vat-not-validated")
                    .breaks("OIOI-POST-12")
                    .says("Any VAT number but a German one is taken; the field says that it is validated.")
                    .by(detailsJudged(details ->
                            details.path("vat").asString("").startsWith("DE") ? details : details.without("vat"))),
            defect("oioi-one-address-for-both")
                    .breaks("OIOI-POST-5")
                    .says("A posted address becomes the billing address too; each is a field of its own.")
                    .by(oneAddressForBoth()),
            defect("oioi-post-reaches-everybody")
                    .breaks("OIOI-POST-18")
                    .says("A post sets the details of all users; the user field names one of them.")
                    .by(postReachesEverybody()));

    private UserDefects() {}

    private static Variation<UserRecords> codeInString() {
        return ofUsers(
                UserRendering.class,
                next -> (request, outcome) -> next.render(request, outcome)
                        .edited(body -> body.withObject("result")
                                .put("code", body.path("result").path("code").asString())));
    }

    private static Variation<UserRecords> failuresWithStatus(int status) {
        return ofUsers(
                UserRendering.class,
                next -> (request, outcome) -> outcome instanceof CallResult.Failed
                        ? next.render(request, outcome).withStatus(status)
                        : next.render(request, outcome));
    }

    private static Variation<UserRecords> tokenNotChecked() {
        return service -> service.with(Identification.class, next -> reference -> {
            Identified identified = next.identify(reference);
            return identified instanceof Identified.Not not && not.code() == ResultCode.WRONG_TOKEN
                    ? service.records()
                            .find(reference.type(), reference.identifier())
                            .map(Identified.class::cast)
                            .orElse(identified)
                    : identified;
        });
    }

    private static Variation<UserRecords> listTakenForItsEntry() {
        return ofUsers(CallReading.class, next -> root -> next.read(unwrapped(root.deepCopy())));
    }

    private static JsonNode unwrapped(JsonNode root) {
        for (JsonNode call : root) {
            JsonNode identifier = call.path("user").path("identifier");
            if (identifier.isArray() && identifier.size() == 1 && call.path("user") instanceof ObjectNode user) {
                user.set("identifier", identifier.get(0));
            }
        }
        return root;
    }

    private static Variation<UserRecords> showing(Consumer<ObjectNode> change) {
        return ofUsers(UserView.class, next -> (user, reference) -> {
            ObjectNode shown = next.show(user, reference);
            change.accept(shown);
            return shown;
        });
    }

    private static void eachAddress(ObjectNode user, Consumer<ObjectNode> change) {
        for (String name : new String[] {"address", "billing-address"}) {
            if (user.path(name) instanceof ObjectNode address) {
                change.accept(address);
            }
        }
    }

    private static void nameTheCountry(ObjectNode address) {
        String code = address.path("country").asString();
        address.put("country", new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH));
    }

    private static Variation<UserRecords> detailsJudged(UnaryOperator<ObjectNode> otherwise) {
        return ofUsers(DetailsRules.class, next -> details -> next.objection(otherwise.apply(details.deepCopy())));
    }

    private static Variation<UserRecords> oneAddressForBoth() {
        return ofUsers(
                Posting.class,
                next -> (user, details) -> next.post(
                        user,
                        details.has("address")
                                ? details.deepCopy().set("billing-address", details.path("address"))
                                : details));
    }

    private static Variation<UserRecords> postReachesEverybody() {
        return service -> service.with(Posting.class, next -> (user, details) -> {
            service.records().all().forEach(other -> next.post(other, details));
            return next.post(user, details);
        });
    }
}
