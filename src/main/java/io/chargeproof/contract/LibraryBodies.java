package io.chargeproof.contract;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.Matching;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import io.chargeproof.contract.matching.Comparison;
import io.chargeproof.contract.matching.Mismatch;
import io.chargeproof.exchange.Body;
import java.util.List;
import java.util.Map;

/**
 * Has Pact JVM compare bodies that are neither JSON nor plain text: XML, forms and the like.
 *
 * @param rules the matching rules, as Pact JVM reads them
 * @param more whether there may be more than is promised: in an answer, not in a request
 */
record LibraryBodies(MatchingRules rules, boolean more) implements Comparison.OtherBodies {
    private static final int SHOWN = 100;

    @Override
    public List<Mismatch> compare(String type, Body expected, Comparison.Answered actual) {
        HttpResponse wanted = part(type, expected, rules);
        HttpResponse came = part(type, actual.body(), wanted.getMatchingRules());
        MatchingContext context = new MatchingContext(rules.rulesForCategory("body"), more, Map.of(), false);
        try {
            return Matching.INSTANCE.matchBody(wanted, came, context).getMismatches().stream()
                    .map(each -> each instanceof BodyMismatch body ? of(body) : whole())
                    .distinct()
                    .toList();
        } catch (Exception e) { // Kotlin throws checked exceptions undeclared.
            return List.of(new Mismatch("body", "it is to be of the type " + type, "not readable"));
        }
    }

    private static HttpResponse part(String type, Body body, MatchingRules rules) {
        return new HttpResponse(
                200,
                Map.of("Content-Type", List.of(type)),
                OptionalBody.body(body.bytes(), ContentType.fromString(type)),
                rules);
    }

    private static Mismatch of(BodyMismatch mismatch) {
        String actual = String.valueOf(mismatch.getActual());
        boolean isPart = mismatch.getPath().length() > 1 && actual.length() <= SHOWN && !actual.contains("<");
        return isPart
                ? new Mismatch(mismatch.getPath(), "it is to be as the pact has it", "'" + actual + "'")
                : new Mismatch(
                        mismatch.getPath().length() > 1 ? mismatch.getPath() : "body",
                        whole().expected(),
                        whole().actual());
    }

    private static Mismatch whole() {
        return new Mismatch("body", "it is to be as the pact has it", "another");
    }
}
