package io.chargeproof.steps;

import java.util.ArrayList;
import java.util.List;

/** The posts of a scenario and what came of them, also for steps that know of no users. */
public final class PostLog {
    private final List<Posts.Post> all = new ArrayList<>();

    void add(Posts.Post post) {
        all.add(post);
    }

    /** All posts, in their order. */
    List<Posts.Post> all() {
        return List.copyOf(all);
    }
}
