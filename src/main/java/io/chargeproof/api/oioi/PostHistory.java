package io.chargeproof.api.oioi;

import java.util.ArrayList;
import java.util.List;

/** The posts of a scenario and what came of them, also for steps that know of no users. */
public final class PostHistory {
    private final List<PostedDetails.Post> all = new ArrayList<>();

    void add(PostedDetails.Post post) {
        all.add(post);
    }

    /** All posts, in their order. */
    List<PostedDetails.Post> all() {
        return List.copyOf(all);
    }
}
