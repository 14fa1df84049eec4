package io.chargeproof.sandbox.defect;

import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.IdentifierType;
import io.chargeproof.sandbox.user.Outcome;
import io.chargeproof.sandbox.user.Posting;
import io.chargeproof.sandbox.user.Showing;
import io.chargeproof.sandbox.user.UserReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Defects of reads after a post: they still show what was there before, for so many reads. */
final class UserStaleDefects {
    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-first-read-is-stale", stale(1, reference -> true, member -> true)),
            entry("oioi-three-reads-are-stale", stale(3, reference -> true, member -> true)),
            entry("oioi-first-read-by-rfid-is-stale", stale(1, Lookups.by(IdentifierType.RFID), member -> true)),
            entry("oioi-phone-is-stale-once", stale(1, reference -> true, "phone"::equals)),
            entry("oioi-a-dozen-reads-are-stale", stale(12, reference -> true, member -> true)));

    private UserStaleDefects() {}

    /**
     * A user before the last post.
     *
     * @param details the details
     * @param reads how many more reads show them
     */
    private record Before(ObjectNode details, AtomicInteger reads) {}

    private static Variation stale(int reads, Predicate<UserReference> when, Predicate<String> members) {
        return provider -> {
            Map<String, Before> last = new ConcurrentHashMap<>();
            return provider.withUserStep(Posting.class, next -> (user, details) -> {
                        Before before = new Before(user.details(), new AtomicInteger(reads));
                        Outcome outcome = next.post(user, details);
                        last.put(user.username(), before);
                        return outcome;
                    })
                    .withUserStep(Showing.class, next -> (user, reference) -> {
                        ObjectNode shown = next.show(user, reference);
                        Before before = last.get(user.username());
                        return before != null
                                        && when.test(reference)
                                        && before.reads().getAndDecrement() > 0
                                ? withMembersOf(before.details(), shown, members)
                                : shown;
                    });
        };
    }

    private static ObjectNode withMembersOf(ObjectNode before, ObjectNode shown, Predicate<String> members) {
        before.propertyNames().stream().filter(members).forEach(member -> shown.set(member, before.path(member)));
        return shown;
    }
}
