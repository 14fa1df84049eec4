package io.chargeproof.sandbox.freedom;

import static io.chargeproof.sandbox.provider.Variation.ofUsers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.DetailsRules;
import io.chargeproof.sandbox.user.Identification;
import io.chargeproof.sandbox.user.Identified;
import io.chargeproof.sandbox.user.IdentifierType;
import io.chargeproof.sandbox.user.Outcome;
import io.chargeproof.sandbox.user.ResultCode;
import io.chargeproof.sandbox.user.UserRendering;
import java.util.Map;

/** How OIOI's user calls behave with each freedom. */
final class UserFreedoms {
    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-failures-with-200", failuresWith200()),
            entry("oioi-code-100-for-all-failures", generalCodes()),
            entry("oioi-rfid-needs-no-token", rfidNeedsNoToken()),
            entry("oioi-refuses-details-with-230", refusesDetailsWith230()));

    private UserFreedoms() {}

    private static Variation failuresWith200() {
        return ofUsers(
                UserRendering.class,
                next -> (request, outcome) -> outcome instanceof Outcome.Failed
                        ? next.render(request, outcome).withStatus(200)
                        : next.render(request, outcome));
    }

    private static Variation generalCodes() {
        return ofUsers(
                UserRendering.class,
                next -> (request, outcome) -> outcome instanceof Outcome.Failed
                        ? next.render(request, outcome)
                                .edited(body -> body.putObject("result")
                                        .put("code", 100)
                                        .put("message", "System error"))
                        : next.render(request, outcome));
    }

    private static Variation rfidNeedsNoToken() {
        return provider -> provider.withUserStep(
                Identification.class,
                next -> reference -> reference.type() == IdentifierType.RFID && reference.token() == null
                        ? provider.users()
                                .find(reference.type(), reference.identifier())
                                .<Identified>map(user -> user)
                                .orElseGet(() -> next.identify(reference))
                        : next.identify(reference));
    }

    private static Variation refusesDetailsWith230() {
        return ofUsers(
                DetailsRules.class,
                next -> details -> next.objection(details)
                        .map(objection ->
                                isAboutVat(objection) ? objection : Outcome.failed(ResultCode.INVALID_REQUEST)));
    }

    private static boolean isAboutVat(Outcome objection) {
        return objection instanceof Outcome.Objected objected
                && objected.reason().contains("VAT");
    }
}
