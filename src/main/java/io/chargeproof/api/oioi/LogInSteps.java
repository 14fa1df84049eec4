package io.chargeproof.api.oioi;

import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.scenario.Judge;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequest;
import io.chargeproof.scenario.SentRequests;
import io.chargeproof.testdata.SecretVariants;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Users log in. A target needn't offer that; where it doesn't, the scenario isn't tested. Wrong passwords may lock an account,
 * so a user gets a single one in a run, and the right one after it.
 */
public final class LogInSteps {
    private static final String NOBODYS_PASSWORD = "chargeproof-of-nobody-7";

    private final UserFixtures users;
    private final ScenarioClient wire;
    private final SentRequests deeds;
    private final Judge judge;
    private @Nullable String tokenBefore;
    private @Nullable String tokenThatCame;

    /** Steps of a scenario. */
    public LogInSteps(UserFixtures users, ScenarioClient wire, SentRequests deeds, Judge judge) {
        this.users = users;
        this.wire = wire;
        this.deeds = deeds;
        this.judge = judge;
    }

    @Given("the target logs in the {role} user")
    public void theTargetLogsIn(Role role) {
        SentRequest sent = logIn(role);
        tokenThatCame = UserAnswer.of(sent.exchange())
                .token()
                .orElseThrow(() -> new MissingTestDataException("the log-in gave no token: "
                        + UserAnswer.of(sent.exchange()).inWords() + " (see OIOI-VERIFY-1)"));
    }

    @When("the {role} user logs in")
    public void logsIn(Role role) {
        deeds.add(logIn(role));
    }

    /** The right password follows, so that the wrong one is the only one in a row. */
    @When("the {role} user logs in with a wrong password, and then with the right one")
    public void logsInWithAWrongPassword(Role role) {
        String wrong = SecretVariants.otherEnd(users.password(role));
        HttpRequest request = users.requests().failingLogIn(users.get(role).username(), wrong);
        SentRequest sent =
                wire.unjudged(() -> wire.send(request.withPurpose(request.purpose().as("a wrong password"))));
        SentRequest unused = logIn(role);
        deeds.add(wire.judged(sent));
    }

    @When("nobody logs in")
    public void nobodyLogsIn() {
        String unknown = new UserReference(users.get(Role.PRIMARY), users.otherThan(Role.PRIMARY))
                .named("an unknown username")
                .map(user -> user.path("identifier").asString())
                .orElseThrow(() -> new MissingTestDataException("there is no username that is known to be nobody's"));
        HttpRequest request = users.requests().failingLogIn(unknown, NOBODYS_PASSWORD);
        deeds.add(wire.send(request.withPurpose(request.purpose().as("an unknown username"))));
    }

    @When("the {role} user logs in by token")
    public void logsInByToken(Role role) {
        TestUser user = users.get(role);
        HttpRequest request = users.requests().logIn(user.username(), user.token().value(), true);
        deeds.add(kept(role, wire.send(request.withPurpose(request.purpose().as("the token for a password")))));
    }

    @When("the {role} user logs in with the language {string}")
    public void logsInWithLanguage(Role role, String language) {
        send(role, members(role).put("is-token", false).put("language", language), "the language '" + language + "'");
    }

    @When("the {role} user logs in without saying whether it is by token")
    public void logsInWithoutSaying(Role role) {
        send(role, members(role), "no is-token");
    }

    @When("the {role} user is read with the token that came")
    public void isReadWithTheTokenThatCame(Role role) {
        deeds.add(wire.send(readWith(role, came(), "the token that a log-in gave")));
    }

    @When("the {role} user logs in again")
    public void logsInAgain(Role role) {
        tokenBefore = users.get(role).token().value();
        theTargetLogsIn(role);
    }

    @Then("what becomes of the {role} user's token is recorded")
    public void whatBecomesOfTheTokenIsRecorded(Role role) {
        String before = tokenBefore;
        if (before == null || before.equals(came())) {
            judge.observe("a log-in gives the token that the user had before");
            return;
        }
        SentRequest read = wire.ask(readWith(role, before, "the token from before a log-in"));
        UserAnswer answer = UserAnswer.of(read.exchange());
        judge.observe("a log-in gives another token, and the one from before "
                + (answer.isCodeZero() ? "is still valid" : "isn't valid any more: " + answer.inWords()));
    }

    private void send(Role role, ObjectNode members, String what) {
        HttpRequest request = users.requests().logIn(members);
        deeds.add(kept(role, wire.send(request.withPurpose(request.purpose().as(what)))));
    }

    private ObjectNode members(Role role) {
        return UserRequests.logInCall(users.get(role).username(), users.password(role));
    }

    private String came() {
        String token = tokenThatCame;
        if (token == null) {
            throw new IllegalStateException("no step before this one logs a user in");
        }
        return token;
    }

    /** A log-in by the right password; ends the scenario if the target doesn't offer to log in users. */
    private SentRequest logIn(Role role) {
        HttpRequest request = users.logIn(role);
        SentRequest sent =
                wire.ask(request.withPurpose(request.purpose().as("the password of the " + role.label() + " user")));
        UserAnswer answer = UserAnswer.of(sent.exchange());
        if (!LogInOffer.isShownBy(answer, this::answerToAnUnknownCall)) {
            throw new MissingTestDataException("the target doesn't offer user-verify: " + answer.inWords());
        }
        return kept(role, sent);
    }

    private UserAnswer answerToAnUnknownCall() {
        SentRequest unknown = wire.unjudged(() -> wire.send(users.requests().unknownCall()));
        judge.needsAnswer(unknown);
        return UserAnswer.of(unknown.exchange());
    }

    /** A target may end a token as it gives another; then all that follows is sent with the new one. */
    private SentRequest kept(Role role, SentRequest sent) {
        TestUser user = users.get(role);
        Optional<String> other = UserAnswer.of(sent.exchange())
                .token()
                .filter(token -> !user.hasToken() || !token.equals(user.token().value()));
        other.filter(token -> !isValid(role, user.token().value()) && isValid(role, token))
                .ifPresent(token -> users.accounts().use(role, token));
        return sent;
    }

    private boolean isValid(Role role, String token) {
        SentRequest read = wire.unjudged(() -> wire.send(readWith(role, token, "a token that may have ended")));
        judge.needsAnswer(read);
        return UserAnswer.of(read.exchange()).isCodeZero();
    }

    private HttpRequest readWith(Role role, String token, String what) {
        HttpRequest read = users.requests()
                .read(UserRequests.user(IdentifierType.USERNAME, users.get(role).username(), token));
        return read.withPurpose(read.purpose().as(what));
    }
}
