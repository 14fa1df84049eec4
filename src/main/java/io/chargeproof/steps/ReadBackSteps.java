package io.chargeproof.steps;

import io.chargeproof.check.Check;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.oioi.PostIsSeenAtOnce;
import io.chargeproof.oioi.PostedDetailsAreRead;
import io.chargeproof.oioi.PostedDetailsAreRead.PostAndRead;
import io.chargeproof.oioi.UserIsUnchanged;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** What reads of the watched users show after posts. */
public final class ReadBackSteps {
    private final Posts posts;
    private final Judge judge;

    /** Steps of a scenario. */
    public ReadBackSteps(Posts posts, Judge judge) {
        this.posts = posts;
        this.judge = judge;
    }

    @Then("{posts} is read back {exactness}")
    public void isReadBack(PostChoice chosen, Check<PostAndRead> exactness) {
        boolean others = exactness.equals(new PostedDetailsAreRead(PostedDetailsAreRead.Exactness.OTHERS_IN_MEANING));
        each(chosen, post -> isReadBack(post, others ? post.others() : post.paths(), exactness));
    }

    private void isReadBack(Posts.Post post, List<String> paths, Check<PostAndRead> exactness) {
        post.after()
                .keySet()
                .forEach(view -> judge.state(
                        exactness,
                        new PostAndRead(
                                post.details(),
                                sight(post.before(), view).user(),
                                sight(post.first(), view).user(),
                                sight(post.after(), view).user(),
                                paths,
                                post.what()),
                        evidence(post, view, exactness)));
    }

    private static Posts.Sight sight(Map<Posts.View, Posts.Sight> sights, Posts.View view) {
        return Objects.requireNonNull(sights.get(view), "each view that was read after a post was read before it");
    }

    /** The post and the reads after it, as far as they decide. */
    private static List<Exchange> evidence(Posts.Post post, Posts.View view, Check<PostAndRead> exactness) {
        Exchange sent = post.sent().exchange();
        Exchange first = sight(post.first(), view).read().exchange();
        Exchange last = sight(post.after(), view).read().exchange();
        return exactness instanceof PostIsSeenAtOnce || first.equals(last)
                ? List.of(sent, first)
                : List.of(sent, first, last);
    }

    @Then("{posts} leaves the {role} user as it was")
    public void leavesTheUser(PostChoice chosen, Role role) {
        each(chosen, post -> {
            Posts.Sight before = post.before().get(Posts.View.of(role));
            Posts.Sight after = post.after().get(Posts.View.of(role));
            if (before == null || after == null) {
                throw new IllegalStateException("the " + role.label() + " user isn't watched in this scenario");
            }
            judge.state(
                    new UserIsUnchanged(),
                    new UserIsUnchanged.BeforeAndAfter(before.user(), after.user(), post.what()),
                    List.of(
                            before.read().exchange(),
                            post.sent().exchange(),
                            after.read().exchange()));
        });
    }

    /** Judges each before the scenario ends on the first that is broken. */
    private void each(PostChoice chosen, Consumer<Posts.Post> judging) {
        posts.all().forEach(post -> judge.needsAnswer(post.sent()));
        RequirementBroken first = null;
        for (Posts.Post post : posts.chosen(chosen)) {
            try {
                judging.accept(post);
            } catch (RequirementBroken broken) {
                first = first == null ? broken : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
