package io.chargeproof.api.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Decides that a user is the same however it is identified. A contract ID may be null where it was what identified the user,
 * and may be written in another notation. When it fails, look at the queries: each kind of identifier may have one of its
 * own.
 */
@Verifies("OIOI-GET-5")
public record SameUserIsShown() implements Check<List<SameUserIsShown.Seen>> {
    /**
     * A user as one identifier shows it.
     *
     * @param type how it was identified
     * @param user the user
     */
    public record Seen(IdentifierType type, JsonNode user) {}

    @Override
    public Judgement judge(List<Seen> seen) {
        Seen first = seen.get(0);
        Comparison comparison = new Comparison();
        for (Seen other : seen.subList(1, seen.size())) {
            String by = seen.size() == 2 ? "" : " by " + other.type().label();
            Details.textPaths()
                    .forEach(path -> comparison.compare(
                            path + by,
                            Details.at(first.user(), path),
                            Details.at(other.user(), path),
                            Comparison::same));
            comparison.compare(
                    "evco-id" + by,
                    first.user().path("evco-id"),
                    other.user().path("evco-id"),
                    (one, two) -> isSameContract(one, two, first.type(), other.type()));
        }
        String read = seen.size() == 2 ? "by " + seen.get(1).type().label() + " " : "";
        return comparison.judgement(
                read + "another user than by " + first.type().label() + " is shown");
    }

    private static boolean isSameContract(JsonNode one, JsonNode two, IdentifierType by, IdentifierType otherBy) {
        boolean mayBeNull = (Comparison.isNothing(one) && by == IdentifierType.EVCO_ID)
                || (Comparison.isNothing(two) && otherBy == IdentifierType.EVCO_ID);
        return mayBeNull || Comparison.sameContract(one, two);
    }
}
