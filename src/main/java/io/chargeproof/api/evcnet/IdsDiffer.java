package io.chargeproof.api.evcnet;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides that customers created apart have ids of their own. When it fails, look at where ids are drawn from when several
 * requests come at once, and at truncation of long ones.
 */
@Verifies("EVC-CREATE-3")
public record IdsDiffer() implements Check<List<String>> {
    private static final int MOST_NAMED = 10;

    @Override
    public Judgement judge(List<String> ids) {
        Set<String> seen = new HashSet<>();
        List<String> twice = ids.stream().filter(id -> !seen.add(id)).distinct().toList();
        return Judgement.holdsIf(
                twice.isEmpty(),
                ids.size() + " customers were created, and some share an id",
                ids.size() + " different ids",
                "given more than once: " + String.join(", ", twice.subList(0, Math.min(MOST_NAMED, twice.size())))
                        + (twice.size() > MOST_NAMED ? " and " + (twice.size() - MOST_NAMED) + " more" : ""));
    }
}
