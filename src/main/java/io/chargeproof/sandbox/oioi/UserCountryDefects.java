package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.Members.text;
import static io.chargeproof.sandbox.oioi.PostChanges.refusing;
import static io.chargeproof.sandbox.oioi.PostChanges.showing;
import static io.chargeproof.sandbox.oioi.PostChanges.storing;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Defects of user-post-details with countries that there are. */
public final class UserCountryDefects {
    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-norway-is-false")
                    .breaks("OIOI-POST-27")
                    .says("The country NO is refused as a truth value; the standard that the field names "
                            + "assigns it.")
                    .by(refusing(isIn("NO"))),
            defect("oioi-young-countries-unknown")
                    .breaks("OIOI-POST-27")
                    .says("Countries that are younger than the provider's list are refused; the standard that "
                            + "the field names assigns their codes.")
                    .by(refusing(isIn("CW|SS"), new CallResult.Objected("The country is not on the list"))),
            defect("oioi-namibia-is-nothing")
                    .breaks("OIOI-POST-27")
                    .says("The country NA is refused as missing; the standard that the field names assigns it.")
                    .by(refusing(isIn("NA"), new CallResult.Objected("The country is missing"))),
            defect("oioi-great-britain-is-uk")
                    .breaks("OIOI-POST-27")
                    .says("The country GB comes back as UK; the standard that the field names assigns GB.")
                    .by(storing(text("*.country", code -> code.equals("GB") ? "UK" : code))),
            defect("oioi-greece-is-el")
                    .breaks("OIOI-GET-10")
                    .says("The country GR is shown as EL, as in VAT numbers; the standard assigns GR.")
                    .shownBy("OIOI-POST-27")
                    .by(showing(text("*.country", code -> code.equals("GR") ? "EL" : code))));

    private UserCountryDefects() {}

    private static Predicate<ObjectNode> isIn(String codes) {
        return details -> Stream.of("address", "billing-address")
                .anyMatch(address ->
                        details.path(address).path("country").asString("").matches(codes));
    }
}
