package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.Members.text;
import static io.chargeproof.sandbox.defect.Posts.refusing;
import static io.chargeproof.sandbox.defect.Posts.storing;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.Outcome;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Defects of user-post-details with countries that there are. */
final class UserCountryDefects {
    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-norway-is-false", refusing(isIn("NO"))),
            entry(
                    "oioi-young-countries-unknown",
                    refusing(isIn("CW|SS"), new Outcome.Objected("The country is not on the list"))),
            entry("oioi-namibia-is-nothing", refusing(isIn("NA"), new Outcome.Objected("The country is missing"))),
            entry("oioi-great-britain-is-uk", storing(text("*.country", code -> code.equals("GB") ? "UK" : code))));

    private UserCountryDefects() {}

    private static Predicate<ObjectNode> isIn(String codes) {
        return details -> Stream.of("address", "billing-address")
                .anyMatch(address ->
                        details.path(address).path("country").asString("").matches(codes));
    }
}
