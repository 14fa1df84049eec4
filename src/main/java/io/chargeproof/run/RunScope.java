package io.chargeproof.run;

import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.RequirementId;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How far a run goes.
 *
 * @param includes whether it decides on a requirement, or would if it could
 * @param whyNot why it doesn't
 * @param unreachable the APIs that gave no answer, with what happened
 */
public record RunScope(
        Predicate<RequirementId> includes, Function<RequirementId, String> whyNot, Map<Api, String> unreachable) {
    public RunScope {
        unreachable = Map.copyOf(unreachable);
    }

    static RunScope of(Selection selection, Map<Api, String> unreachable) {
        Set<RequirementId> decided = selection.requirements();
        return new RunScope(decided::contains, id -> whyNot(selection, id), unreachable);
    }

    private static String whyNot(Selection selection, RequirementId id) {
        return selection.all().stream()
                .filter(scenario -> scenario.requirements().contains(id))
                .flatMap(scenario -> selection.reasonAgainst(scenario).stream())
                .findFirst()
                .orElse("no scenario that is executed names it");
    }
}
