package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.provider.Variation.ofUsers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.CallReading;
import io.chargeproof.sandbox.user.DetailsRules;
import io.chargeproof.sandbox.user.Identification;
import io.chargeproof.sandbox.user.Identified;
import io.chargeproof.sandbox.user.Outcome;
import io.chargeproof.sandbox.user.Posting;
import io.chargeproof.sandbox.user.ResultCode;
import io.chargeproof.sandbox.user.Showing;
import io.chargeproof.sandbox.user.UserRendering;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How OIOI's user calls behave with each defect. */
final class UserDefects {
    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-code-in-string", codeInString()),
            entry("oioi-failure-500", failuresWithStatus(500)),
            entry("oioi-token-not-checked", tokenNotChecked()),
            entry("oioi-username-in-list-taken", listTakenForItsEntry()),
            entry("oioi-country-by-name", showing(user -> eachAddress(user, UserDefects::nameTheCountry))),
            entry("oioi-vat-not-validated", detailsJudged(details -> details.without("vat"))),
            entry("oioi-one-address-for-both", oneAddressForBoth()),
            entry("oioi-post-reaches-everybody", postReachesEverybody()));

    private UserDefects() {}

    private static Variation codeInString() {
        return ofUsers(
                UserRendering.class,
                next -> (request, outcome) -> next.render(request, outcome)
                        .edited(body -> body.withObject("result")
                                .put("code", body.path("result").path("code").asString())));
    }

    private static Variation failuresWithStatus(int status) {
        return ofUsers(
                UserRendering.class,
                next -> (request, outcome) -> outcome instanceof Outcome.Failed
                        ? next.render(request, outcome).withStatus(status)
                        : next.render(request, outcome));
    }

    private static Variation tokenNotChecked() {
        return provider -> provider.withUserStep(Identification.class, next -> reference -> {
            Identified identified = next.identify(reference);
            return identified instanceof Identified.Not not && not.code() == ResultCode.WRONG_TOKEN
                    ? provider.users()
                            .find(reference.type(), reference.identifier())
                            .map(Identified.class::cast)
                            .orElse(identified)
                    : identified;
        });
    }

    private static Variation listTakenForItsEntry() {
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

    private static Variation showing(Consumer<ObjectNode> change) {
        return ofUsers(Showing.class, next -> (user, reference) -> {
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

    private static Variation detailsJudged(UnaryOperator<ObjectNode> otherwise) {
        return ofUsers(DetailsRules.class, next -> details -> next.objection(otherwise.apply(details.deepCopy())));
    }

    private static Variation oneAddressForBoth() {
        return ofUsers(
                Posting.class,
                next -> (user, details) -> next.post(
                        user,
                        details.has("address")
                                ? details.deepCopy().set("billing-address", details.path("address"))
                                : details));
    }

    private static Variation postReachesEverybody() {
        return provider -> provider.withUserStep(Posting.class, next -> (user, details) -> {
            provider.users().all().forEach(other -> next.post(other, details));
            return next.post(user, details);
        });
    }
}
