package io.chargeproof.api.oioi;

import io.chargeproof.api.oioi.PostedDetailsAreRead.PostAndRead;
import io.chargeproof.check.Check;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.scenario.Judge;
import io.chargeproof.scenario.RequirementViolatedError;
import io.chargeproof.scenario.SentRequest;
import io.cucumber.java.en.Then;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** What reads of the watched users show after posts. */
public final class ReadBackSteps {
    private final PostedDetails posts;
    private final Judge judge;

    /** Steps of a scenario. */
    public ReadBackSteps(PostedDetails posts, Judge judge) {
        this.posts = posts;
        this.judge = judge;
    }

    @Then("{posts} is read back {exactness}")
    public void isReadBack(PostChoice chosen, Check<PostAndRead> exactness) {
        boolean others = exactness.equals(new PostedDetailsAreRead(PostedDetailsAreRead.Exactness.OTHERS_IN_MEANING));
        each(chosen, post -> isReadBack(post, others ? post.others() : post.paths(), exactness));
    }

    private void isReadBack(PostedDetails.Post post, List<String> paths, Check<PostAndRead> exactness) {
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

    private static PostedDetails.Sight sight(
            Map<PostedDetails.View, PostedDetails.Sight> sights, PostedDetails.View view) {
        return Objects.requireNonNull(sights.get(view), "each view that was read after a post was read before it");
    }

    /** The post and the reads after it, as far as they decide, and the post before where this one repeats it. */
    private List<Exchange> evidence(PostedDetails.Post post, PostedDetails.View view, Check<PostAndRead> exactness) {
        Exchange sent = post.sent().exchange();
        Exchange first = sight(post.first(), view).read().exchange();
        Exchange last = sight(post.after(), view).read().exchange();
        List<Exchange> evidence = new ArrayList<>();
        posts.repeatedBy(post).map(SentRequest::exchange).ifPresent(evidence::add);
        evidence.addAll(List.of(sent, first));
        if (!(exactness instanceof PostIsSeenAtOnce) && !first.equals(last)) {
            evidence.add(last);
        }
        return evidence;
    }

    @Then("{posts} leaves the {role} user as it was")
    public void leavesTheUser(PostChoice chosen, Role role) {
        each(chosen, post -> {
            PostedDetails.Sight before = post.before().get(PostedDetails.View.of(role));
            PostedDetails.Sight after = post.after().get(PostedDetails.View.of(role));
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
    private void each(PostChoice chosen, Consumer<PostedDetails.Post> judging) {
        posts.all().forEach(post -> judge.needsAnswer(post.sent()));
        RequirementViolatedError first = null;
        for (PostedDetails.Post post : posts.chosen(chosen)) {
            try {
                judging.accept(post);
            } catch (RequirementViolatedError broken) {
                first = first == null ? broken : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
