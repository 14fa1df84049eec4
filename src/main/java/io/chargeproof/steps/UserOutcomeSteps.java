package io.chargeproof.steps;

import io.chargeproof.check.Check;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.oioi.CallDoesNotSucceed;
import io.chargeproof.oioi.CodeIsOneOf;
import io.chargeproof.oioi.Details;
import io.chargeproof.oioi.DetailsAreNotAccepted;
import io.chargeproof.oioi.NoServerError;
import io.chargeproof.oioi.PostedDetailsAreRead;
import io.chargeproof.oioi.PostedDetailsAreRead.Exactness;
import io.chargeproof.oioi.PostedDetailsAreRead.PostAndRead;
import io.chargeproof.oioi.PostedNullsAreRead;
import io.chargeproof.oioi.ReasonIsGiven;
import io.chargeproof.oioi.ResultCode;
import io.chargeproof.oioi.UserAnswer;
import io.chargeproof.oioi.UserIsUnchanged;
import io.cucumber.java.en.Then;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the user calls have to answer, and to leave behind. */
public final class UserOutcomeSteps {
    private final Posts posts;
    private final Deeds deeds;
    private final Judge judge;

    /** Steps of a scenario. */
    public UserOutcomeSteps(Posts posts, Deeds deeds, Judge judge) {
        this.posts = posts;
        this.deeds = deeds;
        this.judge = judge;
    }

    /** A more general code is always as good. */
    @Then("each is refused with result code {int}")
    public void refusedWithCode(int code) {
        judge.each(new CodeIsOneOf(List.of(new ResultCode(code))), deeds.all());
    }

    @Then("each is refused with result code {int}, {int} or {int}")
    public void refusedWithOneOf(int one, int two, int three) {
        judge.each(
                new CodeIsOneOf(List.of(new ResultCode(one), new ResultCode(two), new ResultCode(three))), deeds.all());
    }

    @Then("each is refused with result code {int} or {int}")
    public void refusedWithEither(int one, int two) {
        judge.each(new CodeIsOneOf(List.of(new ResultCode(one), new ResultCode(two))), deeds.all());
    }

    @Then("no call succeeds")
    public void noCallSucceeds() {
        judge.each(new CallDoesNotSucceed(true, true), deeds.all());
    }

    @Then("no call succeeds or gets a server error")
    public void noCallSucceedsOrFails() {
        judge.each(new CallDoesNotSucceed(true, false), deeds.all());
    }

    @Then("no call gets result code 0")
    public void noCallGetsCodeZero() {
        judge.each(new CallDoesNotSucceed(false, true), deeds.all());
    }

    @Then("the details are not accepted")
    public void theDetailsAreNotAccepted() {
        judge.each(new DetailsAreNotAccepted(), deeds.all());
    }

    @Then("a reason is given")
    public void aReasonIsGiven() {
        judge.each(new ReasonIsGiven(), deeds.all());
    }

    @Then("what was accepted is read back")
    public void readBack() {
        all(new PostedDetailsAreRead(Exactness.SAME_MEANING));
    }

    @Then("what was accepted is read back to the letter")
    public void readBackToTheLetter() {
        all(new PostedDetailsAreRead(Exactness.TO_THE_LETTER));
    }

    @Then("VAT and phone numbers are read back to the letter")
    public void numbersAreReadBack() {
        all(new PostedDetailsAreRead(Exactness.NUMBERS_TO_THE_LETTER));
    }

    @Then("nulls are read back as null")
    public void nullsAreReadBack() {
        all(new PostedNullsAreRead());
    }

    @Then("no call gets a server error")
    public void noServerError() {
        judge.each(new NoServerError(), deeds.all());
    }

    @Then("no hostile text fails, and what was accepted is read back")
    public void noHostileTextFails() {
        noServerError();
        if (posts.all().stream().anyMatch(Posts.Post::isAccepted)) {
            readBack();
        }
    }

    @Then("no refused post changed the watched user")
    public void noRefusedPostChangedIt() {
        posts.all().forEach(post -> judge.needsAnswer(post.sent()));
        List<Posts.Post> refused =
                posts.all().stream().filter(Posts.Post::isRefused).toList();
        if (refused.isEmpty()) {
            throw new TestDataMissing("no post was refused");
        }
        unchangedBy(refused, posts.watched());
    }

    @Then("the watched {role} user is unchanged")
    public void theWatchedUserIsUnchanged(Role role) {
        unchangedBy(posts.accepted(), List.of(role));
    }

    @Then("the second post leaves the watched user as the first did")
    public void theSecondPostChangesNothing() {
        List<Posts.Post> accepted = posts.accepted();
        if (accepted.size() < 2) {
            throw new TestDataMissing("only one of the posts was accepted");
        }
        unchangedBy(accepted.subList(1, accepted.size()), posts.watched());
    }

    @Then("what became of the members is recorded")
    public void whatBecameIsRecorded() {
        for (Posts.Post post : posts.all()) {
            judge.needsAnswer(post.sent());
            String answer = UserAnswer.of(post.sent().exchange()).inWords();
            judge.observe(post.what() + ": " + answer + (post.isAccepted() ? became(post) : ""));
        }
    }

    private static String became(Posts.Post post) {
        List<String> words = new ArrayList<>();
        Posts.Sight before = post.before().get(Role.PRIMARY);
        Posts.Sight after = post.after().get(Role.PRIMARY);
        if (before == null || after == null) {
            return "";
        }
        for (String path : post.paths()) {
            JsonNode was = Details.at(before.user(), path);
            JsonNode is = Details.at(after.user(), path);
            words.add(path + (is.equals(was) ? " kept" : is.isNull() || is.isMissingNode() ? " cleared" : " changed"));
        }
        return "; " + String.join(", ", words);
    }

    private void unchangedBy(List<Posts.Post> some, List<Role> roles) {
        each(some, roles, (post, role) -> {
            Posts.Sight before = post.before().get(role);
            Posts.Sight after = post.after().get(role);
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

    private void all(Check<PostAndRead> check) {
        posts.all().forEach(post -> judge.needsAnswer(post.sent()));
        each(posts.accepted(), posts.watched(), (post, role) -> {
            Posts.Sight after = post.after().get(role);
            if (after != null) {
                List<Exchange> evidence =
                        List.of(post.sent().exchange(), after.read().exchange());
                judge.state(check, new PostAndRead(post.details(), after.user(), post.paths(), post.what()), evidence);
            }
        });
    }

    /** Judges each before the scenario ends on the first that is broken. */
    private static void each(List<Posts.Post> some, List<Role> roles, Judging judging) {
        RequirementBroken first = null;
        for (Posts.Post post : some) {
            for (Role role : roles) {
                try {
                    judging.judge(post, role);
                } catch (RequirementBroken broken) {
                    first = first == null ? broken : first;
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    @FunctionalInterface
    private interface Judging {
        void judge(Posts.Post post, Role role);
    }
}
