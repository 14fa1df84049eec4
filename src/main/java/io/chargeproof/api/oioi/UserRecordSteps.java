package io.chargeproof.api.oioi;

import io.chargeproof.scenario.Judge;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.SentRequests;
import io.cucumber.java.en.Then;
import java.util.Set;
import java.util.TreeSet;

/** What is recorded of users, and never judged. */
public final class UserRecordSteps {
    private final PostHistory posts;
    private final SentRequests sentRequests;
    private final Judge judge;

    /** Steps of a scenario. */
    public UserRecordSteps(PostHistory posts, SentRequests sentRequests, Judge judge) {
        this.posts = posts;
        this.sentRequests = sentRequests;
        this.judge = judge;
    }

    @Then("{members} is/are recorded")
    public void areRecorded(MemberObservation observation) {
        sentRequests.all().forEach(judge::needsAnswer);
        switch (observation) {
            case POSTED -> posts.all().stream().map(UserRecordSteps::becameOf).forEach(judge::observe);
            case UNDOCUMENTED -> judge.observe(undocumentedMembers());
        }
    }

    private String undocumentedMembers() {
        UserAnswer answer = UserAnswer.of(sentRequests.last().exchange());
        Set<String> extra = new TreeSet<>(
                answer.user().orElseThrow(() -> unreadable(answer)).propertyNames());
        Details.members().forEach(extra::remove);
        extra.remove("evco-id");
        return extra.isEmpty() ? "no undocumented members" : "undocumented members: " + String.join(", ", extra);
    }

    /** Why a scenario can't go on without the user that an answer should show. */
    static MissingTestDataException unreadable(UserAnswer answer) {
        return new MissingTestDataException("the user can't be read: " + answer.inWords());
    }

    private static String becameOf(PostedDetails.Post post) {
        String answer = UserAnswer.of(post.sent().exchange()).inWords();
        return post.what() + ": " + answer + (post.isAccepted() ? post.fate(Role.PRIMARY) : "");
    }
}
