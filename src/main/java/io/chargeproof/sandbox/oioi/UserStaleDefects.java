package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Defects of reads after a post: they still show what was there before, for so many reads. */
public final class UserStaleDefects {
    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-first-read-is-stale")
                    .breaks("OIOI-POST-26")
                    .says("The first read after a post shows what was there before; the get returns what was "
                            + "posted.")
                    .by(stale(1, reference -> true, member -> true)),
            defect("oioi-three-reads-are-stale")
                    .breaks("OIOI-POST-26")
                    .says("Three reads after a post show what was there before; the get returns what was posted.")
                    .by(stale(3, reference -> true, member -> true)),
            defect("oioi-first-read-by-rfid-is-stale")
                    .breaks("OIOI-POST-26")
                    .says("The first read by RFID after a post shows what was there before; any identifier "
                            + "identifies the user.")
                    .by(stale(1, LookupChanges.by(IdentifierType.RFID), member -> true)),
            defect("oioi-phone-is-stale-once")
                    .breaks("OIOI-POST-26")
                    .says("The first read after a post shows the phone that was there before; the get returns "
                            + "what was posted.")
                    .by(stale(1, reference -> true, "phone"::equals)),
            defect("oioi-a-dozen-reads-are-stale")
                    .breaks("OIOI-POST-5")
                    .says("A dozen reads after a post show what was there before; the get returns what was posted.")
                    .by(stale(12, reference -> true, member -> true)));

    private UserStaleDefects() {}

    /**
     * A user before the last post.
     *
     * @param details the details
     * @param reads how many more reads show them
     */
    private record Before(ObjectNode details, AtomicInteger reads) {}

    private static Variation<UserRecords> stale(int reads, Predicate<UserReference> when, Predicate<String> members) {
        return service -> {
            Map<String, Before> last = new ConcurrentHashMap<>();
            return service.with(Posting.class, next -> (user, details) -> {
                        Before before = new Before(user.details(), new AtomicInteger(reads));
                        CallResult outcome = next.post(user, details);
                        last.put(user.username(), before);
                        return outcome;
                    })
                    .with(UserView.class, next -> (user, reference) -> {
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
