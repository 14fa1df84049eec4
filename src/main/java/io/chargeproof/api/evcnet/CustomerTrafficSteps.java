package io.chargeproof.api.evcnet;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.scenario.Judge;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequests;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Optional;

/** Requests to the Customer API after others on the same connection, or at the same moment as others. */
public final class CustomerTrafficSteps {
    /** What happens by chance happens in one of a few tries. */
    private static final int PAIRS = 3;

    private final TargetedRequests requests;
    private final CustomerFixtures customers;
    private final ScenarioClient wire;
    private final SentRequests sentRequests;
    private final Judge judge;

    /** Steps of a scenario. */
    public CustomerTrafficSteps(
            TargetedRequests requests,
            CustomerFixtures customers,
            ScenarioClient wire,
            SentRequests sentRequests,
            Judge judge) {
        this.requests = requests;
        this.customers = customers;
        this.wire = wire;
        this.sentRequests = sentRequests;
        this.judge = judge;
    }

    @Given("^a connection that carried an update with (the token|a wrong token|a body that isn't JSON)$")
    public void carriedAnUpdate(String what) {
        HttpRequest right = requests.rightUpdate();
        wire.share("an update with " + what);
        wire.ask(what.startsWith("a body") ? broken(right) : withCredentials(what, right));
    }

    @When(
            "^(two customers are created|the customer is updated twice|a right and a wrong token are sent) at the same moment$")
    public void atTheSameMoment(String what) {
        if (what.startsWith("two")) {
            createTwo();
            return;
        }
        HttpRequest right = requests.rightUpdate();
        for (int i = 0; i < PAIRS; i++) {
            if (what.endsWith("twice")) {
                wire.sendTogether(right, right).forEach(sentRequests::add);
            } else {
                sentRequests.add(wire.sendTogether(withCredentials("a wrong token", right), right)
                        .get(0));
            }
        }
    }

    private void createTwo() {
        sentRequests.add(wire.adopt(customers.ownCreation(wire).sent()));
        sentRequests.add(wire.adopt(customers.otherCreation(wire).sent()));
        List<CreateAttempt> pair = customers.createPair(wire);
        if (pair.isEmpty()) {
            judge.note(
                    "not tried at the same moment: limits.max-customers has no two customers to spare for it; 10 are enough");
        }
        pair.forEach(creation -> sentRequests.add(creation.sent()));
    }

    private HttpRequest withCredentials(String name, HttpRequest right) {
        Optional<HttpRequest> other =
                Credentials.apply(name, right, customers.target().token().value());
        return other.orElseThrow(() -> new MissingTestDataException("evc-net.token has no such variant: " + name));
    }

    private static HttpRequest broken(HttpRequest right) {
        return right.withBody(Body.of("{\"first_name\": "))
                .withPurpose(right.purpose().as("a body that isn't JSON").with(RequestTrait.MALFORMED));
    }
}
