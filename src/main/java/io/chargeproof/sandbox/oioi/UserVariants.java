package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;
import static io.chargeproof.sandbox.provider.Deviation.variant;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import java.util.List;

/** How OIOI's user calls behave with each variant. */
public final class UserVariants {
    static final List<Deviation<UserRecords>> VARIANTS = List.of(
            variant("oioi-failures-with-200")
                    .of("OIOI-HTTP-4")
                    .says("Every failure comes with HTTP 200; it is the one status that the pages list.")
                    .feltByClients()
                    .by(failuresWith200()),
            variant("oioi-code-100-for-all-failures")
                    .of("OIOI-RESULT-2")
                    .says("Every failure has code 100; a more general code may stand for a special one.")
                    .feltByClients()
                    .by(generalCodes()),
            variant("oioi-rfid-needs-no-token")
                    .of("OIOI-AUTH-6")
                    .says("An RFID without a token identifies a user; the token is said to be optional.")
                    .by(rfidNeedsNoToken()),
            variant("oioi-refuses-details-with-230")
                    .of("OIOI-POST-9")
                    .says("A wrong country or locale gets code 230 in place of a reason; either says that it "
                            + "wasn't taken.")
                    .feltByClients()
                    .by(refusesDetailsWith230()));

    private UserVariants() {}

    private static Variation<UserRecords> failuresWith200() {
        return ofUsers(
                UserRendering.class,
                next -> (request, outcome) -> outcome instanceof CallResult.Failed
                        ? next.render(request, outcome).withStatus(200)
                        : next.render(request, outcome));
    }

    private static Variation<UserRecords> generalCodes() {
        return ofUsers(
                UserRendering.class,
                next -> (request, outcome) -> outcome instanceof CallResult.Failed
                        ? next.render(request, outcome)
                                .edited(body -> body.putObject("result")
                                        .put("code", 100)
                                        .put("message", "System error"))
                        : next.render(request, outcome));
    }

    private static Variation<UserRecords> rfidNeedsNoToken() {
        return service -> service.with(
                Identification.class,
                next -> reference -> reference.type() == IdentifierType.RFID && reference.token() == null
                        ? service.records()
                                .find(reference.type(), reference.identifier())
                                .<Identified>map(user -> user)
                                .orElseGet(() -> next.identify(reference))
                        : next.identify(reference));
    }

    private static Variation<UserRecords> refusesDetailsWith230() {
        return ofUsers(
                DetailsRules.class,
                next -> details -> next.objection(details)
                        .map(objection ->
                                isAboutVat(objection) ? objection : CallResult.failed(ResultCode.INVALID_REQUEST)));
    }

    private static boolean isAboutVat(CallResult objection) {
        return objection instanceof CallResult.Objected objected
                && objected.reason().contains("VAT");
    }
}
