package io.chargeproof.steps;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.oioi.CallSucceeds;
import io.chargeproof.oioi.ContractIsTheOneAskedFor;
import io.chargeproof.oioi.Details;
import io.chargeproof.oioi.IdentifierType;
import io.chargeproof.oioi.SameUserIsShown;
import io.chargeproof.oioi.UserAnswer;
import io.chargeproof.oioi.UserIsUnchanged;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Users are read. */
public final class UserSteps {
    private final Users users;
    private final Posts posts;
    private final Wire wire;
    private final Deeds deeds;
    private final Judge judge;

    /** Steps of a scenario. */
    public UserSteps(Users users, Posts posts, Wire wire, Deeds deeds, Judge judge) {
        this.users = users;
        this.posts = posts;
        this.wire = wire;
        this.deeds = deeds;
        this.judge = judge;
    }

    @Given("the {role} user is watched")
    public void theUserIsWatched(Role role) {
        posts.watch(role);
    }

    @When("the {role} user is read by {identifier}")
    public void theUserIsRead(Role role, IdentifierType type) {
        HttpRequest request = users.requests().read(users.reference(role, type));
        deeds.add(wire.send(
                request.withPurpose(request.purpose().as("the " + role.label() + " user by " + type.label()))));
    }

    @When("the {role} user is read {int} times")
    public void theUserIsReadOften(Role role, int times) {
        for (int i = 0; i < times; i++) {
            theUserIsRead(role, IdentifierType.USERNAME);
        }
    }

    @Then("it succeeds")
    @Then("each succeeds")
    public void itSucceeds() {
        judge.each(new CallSucceeds(), deeds.all());
    }

    @Then("the {role} user is the same by username, EVCO ID and RFID")
    public void theUserIsTheSame(Role role) {
        List<SameUserIsShown.Seen> seen = new ArrayList<>();
        List<Exchange> evidence = new ArrayList<>();
        for (IdentifierType type : List.of(IdentifierType.USERNAME, IdentifierType.EVCO_ID, IdentifierType.RFID)) {
            if (type.of(users.get(role)).isPresent()) {
                Posts.Sight sight = posts.look(role, type);
                seen.add(new SameUserIsShown.Seen(type, sight.user()));
                evidence.add(sight.read().exchange());
            }
        }
        if (seen.size() < 2) {
            throw new TestDataMissing("the profile has neither evco-id nor rfid of oioi.users." + role.label());
        }
        judge.state(new SameUserIsShown(), seen, evidence);
    }

    @Then("each read shows the same user")
    public void eachReadShowsTheSameUser() {
        deeds.all().forEach(judge::needsAnswer);
        List<Exchange> reads = deeds.all().stream().map(Sent::exchange).toList();
        for (int i = 1; i < reads.size(); i++) {
            judge.state(
                    new UserIsUnchanged(),
                    new UserIsUnchanged.BeforeAndAfter(user(reads.get(i - 1)), user(reads.get(i)), "a read"),
                    reads.subList(i - 1, i + 1));
        }
    }

    @Then("the contract ID of the {role} user is shown, or none")
    public void theContractIdIsShownOrNone(Role role) {
        requireUser();
        judge.that(new ContractIsTheOneAskedFor(users.identifier(role, IdentifierType.EVCO_ID), true), deeds.last());
    }

    @Then("a contract ID of the {role} user is shown")
    public void aContractIdIsShown(Role role) {
        requireUser();
        judge.that(new ContractIsTheOneAskedFor(users.identifier(role, IdentifierType.EVCO_ID), false), deeds.last());
    }

    @Then("its undocumented members are recorded")
    public void undocumentedMembersAreRecorded() {
        judge.needsAnswer(deeds.last());
        Set<String> extra = new TreeSet<>(user(deeds.last().exchange()).propertyNames());
        Details.members().forEach(extra::remove);
        extra.remove("evco-id");
        judge.observe(
                extra.isEmpty() ? "no undocumented members" : "undocumented members: " + String.join(", ", extra));
    }

    /** A read that fails is another rule's matter. */
    private void requireUser() {
        judge.needsAnswer(deeds.last());
        user(deeds.last().exchange());
    }

    private static tools.jackson.databind.JsonNode user(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        return answer.user().orElseThrow(() -> new TestDataMissing("the user can't be read: " + answer.inWords()));
    }
}
