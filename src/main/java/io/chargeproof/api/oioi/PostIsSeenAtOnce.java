package io.chargeproof.api.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Decides that the first read after a post isn't a stale one, which still shows what was there before. When it fails, look at
 * caches in front of reads, of which each type of identifier may have one, and at replicas.
 */
@Verifies("OIOI-POST-26")
public record PostIsSeenAtOnce() implements Check<PostedDetailsAreRead.PostAndRead> {
    private static final String NULL = "null";

    /** The members that a read still shows as they were before; one name stands for all that were posted as null. */
    public static Set<String> stale(JsonNode posted, JsonNode before, JsonNode now, List<String> paths) {
        return paths.stream()
                .filter(path -> isStale(path, posted, before, now))
                .map(path -> Details.at(posted, path).isNull() ? NULL : path)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The members that a read doesn't show to the letter as they were posted, whatever it shows. */
    public static Set<String> unseen(JsonNode posted, JsonNode now, List<String> paths) {
        return paths.stream()
                .filter(path -> isToldBy(Details.at(posted, path))
                        && !Comparison.same(Details.at(posted, path), Details.at(now, path)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isToldBy(JsonNode wanted) {
        return wanted.isString() || wanted.isNull();
    }

    private static boolean isStale(String path, JsonNode posted, JsonNode before, JsonNode now) {
        JsonNode wanted = Details.at(posted, path);
        JsonNode shown = Details.at(now, path);
        return isToldBy(wanted) && !isMeant(path, wanted, shown) && Comparison.same(Details.at(before, path), shown);
    }

    private static boolean isMeant(String path, JsonNode wanted, JsonNode shown) {
        return Comparison.same(wanted, shown) || Comparison.sameMeaning(path).test(wanted, shown);
    }

    @Override
    public Judgement judge(PostedDetailsAreRead.PostAndRead subject) {
        Comparison comparison = new Comparison();
        for (String path : subject.paths()) {
            if (isStale(path, subject.posted(), subject.before(), subject.first())) {
                comparison.compare(
                        path,
                        Details.at(subject.posted(), path),
                        Details.at(subject.first(), path),
                        (wanted, shown) -> false);
            }
        }
        return comparison.judgement("the first read after " + subject.what() + " still shows what was there before");
    }
}
