package io.chargeproof.api.oioi;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.profile.Secret;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequest;
import io.chargeproof.scenario.SentRequests;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** User calls after others on the same connection, or at the same moment as others. */
public final class UserTrafficSteps {
    /** What happens by chance happens in one of a few tries. */
    private static final int PAIRS = 3;

    private static final String READS = "reads of two users by ";

    private final UserFixtures users;
    private final PostedDetails posts;
    private final ScenarioClient wire;
    private final SentRequests sentRequests;

    /** Steps of a scenario. */
    public UserTrafficSteps(UserFixtures users, PostedDetails posts, ScenarioClient wire, SentRequests sentRequests) {
        this.users = users;
        this.posts = posts;
        this.wire = wire;
        this.sentRequests = sentRequests;
    }

    @Given(
            "^a connection that carried a read (of the primary user|of another user|with a wrong key|with a wrong token|with a body that isn't JSON)$")
    public void carriedARead(String what) {
        HttpRequest first = first(what);
        wire.share("a read " + what);
        wire.ask(first);
        if (what.startsWith("of")) {
            Role role = what.equals("of another user") ? Role.SECONDARY : Role.PRIMARY;
            users.typesToReadBy(role).stream()
                    .skip(1)
                    .forEach(type -> wire.ask(users.requests().read(users.reference(role, type))));
        }
    }

    private HttpRequest first(String what) {
        HttpRequest right = right(what.equals("of another user") ? Role.SECONDARY : Role.PRIMARY);
        return switch (what) {
            case "with a wrong key" -> withWrongKey(right);
            case "with a wrong token" -> withWrongToken();
            case "with a body that isn't JSON" ->
                right.withBody(Body.of("{\"user-get-details\": "))
                        .withPurpose(
                                right.purpose().as("a body that isn't JSON").with(RequestTrait.MALFORMED));
            default -> right;
        };
    }

    @When(
            "^(a read with a wrong key and a right one|a read with a wrong token and a right one|reads of two users by (?:username|EVCO ID|RFID)|posts to one user|posts to two users) are sent at the same moment$")
    public void atTheSameMoment(String what) {
        switch (what) {
            case "posts to two users" ->
                posts.sendAtTheSameMoment(pair("details beside another user's"), pair("details"));
            case "posts to one user" -> postTwice();
            case "a read with a wrong key and a right one", "a read with a wrong token and a right one" ->
                readBesideARightOne(what);
            default -> readBoth(IdentifierType.called(what.substring(READS.length())));
        }
    }

    private void readBesideARightOne(String what) {
        HttpRequest right = right(Role.PRIMARY);
        HttpRequest wrong = what.contains("key") ? withWrongKey(right) : withWrongToken();
        for (int i = 0; i < PAIRS; i++) {
            sentRequests.add(wire.sendTogether(wrong, right).get(0));
        }
    }

    /** What differs in the moment after a post is read again when that has passed. */
    private void readBoth(IdentifierType type) {
        List<SentRequest> reads = aloneAndTogether(type);
        if (!isSame(reads.get(0), reads.get(2)) || !isSame(reads.get(1), reads.get(3))) {
            posts.settle(Role.PRIMARY);
            posts.settle(Role.SECONDARY);
            reads = aloneAndTogether(type);
        }
        reads.forEach(sentRequests::add);
    }

    /** Each user is read alone first. */
    private List<SentRequest> aloneAndTogether(IdentifierType type) {
        HttpRequest one = users.read(Role.PRIMARY, type);
        HttpRequest other = users.read(Role.SECONDARY, type);
        List<SentRequest> reads = new ArrayList<>();
        reads.add(posts.read(Role.PRIMARY, type, one));
        reads.add(posts.read(Role.SECONDARY, type, other));
        reads.addAll(wire.sendTogether(one, other));
        return reads;
    }

    private static boolean isSame(SentRequest one, SentRequest other) {
        return UserAnswer.of(one.exchange())
                .user()
                .equals(UserAnswer.of(other.exchange()).user());
    }

    private void postTwice() {
        for (int i = 0; i < PAIRS; i++) {
            HttpRequest post = draft(Role.PRIMARY, "details").request();
            wire.sendTogether(post, post).forEach(sentRequests::add);
        }
    }

    private PostedDetails.Pair pair(String what) {
        return new PostedDetails.Pair(draft(Role.PRIMARY, what), draft(Role.SECONDARY, what));
    }

    private PreparedPost draft(Role role, String what) {
        ObjectNode details = users.newDetails(role, wire);
        HttpRequest request = users.requests().post(users.reference(role, IdentifierType.USERNAME), details);
        return new PreparedPost(request.named(what), details, Details.textPaths(), role);
    }

    private HttpRequest right(Role role) {
        return users.requests().read(users.reference(role, IdentifierType.USERNAME));
    }

    private HttpRequest withWrongKey(HttpRequest right) {
        Secret key = users.target().apiKey();
        Optional<HttpRequest> other =
                key == null ? Optional.empty() : KeyVariants.apply("a wrong key", right, key.value());
        return other.orElseThrow(() -> new MissingTestDataException("the profile has no oioi.api-key"));
    }

    private HttpRequest withWrongToken() {
        JsonNode wrong = new UserReference(users.get(Role.PRIMARY), users.otherThan(Role.PRIMARY))
                .named("a wrong token")
                .orElseThrow(() ->
                        new MissingTestDataException("the primary user's token has no such variant: a wrong token"));
        HttpRequest request = users.requests().read(wrong);
        return request.named("a wrong token");
    }
}
