package io.chargeproof.api.oioi;

import io.chargeproof.scenario.SentRequest;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** The posts of a scenario and what came of them, also for steps that know of no users. */
public final class PostHistory {
    private final List<PostedDetails.Post> all = new ArrayList<>();
    private final IdentityHashMap<SentRequest, SentRequest> repeated = new IdentityHashMap<>();

    void add(PostedDetails.Post post) {
        all.add(post);
    }

    /** Says that the last post shows nothing without the one before it, most of which it repeats. */
    void lastRepeats() {
        if (all.size() > 1) {
            repeated.put(all.get(all.size() - 1).sent(), all.get(all.size() - 2).sent());
        }
    }

    /** The post without which this one shows nothing. */
    Optional<SentRequest> repeatedBy(PostedDetails.Post post) {
        return Optional.ofNullable(repeated.get(post.sent()));
    }

    /** All posts, in their order. */
    List<PostedDetails.Post> all() {
        return List.copyOf(all);
    }
}
