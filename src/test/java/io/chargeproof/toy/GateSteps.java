package io.chargeproof.toy;

import io.chargeproof.scenario.Judge;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequests;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Gates are looked at, opened and shut. */
public final class GateSteps {
    private final GateRun gates;
    private final ScenarioClient client;
    private final SentRequests sent;
    private final Judge judge;

    /** Steps of a scenario. */
    public GateSteps(GateRun gates, ScenarioClient client, SentRequests sent, Judge judge) {
        this.gates = gates;
        this.client = client;
        this.sent = sent;
        this.judge = judge;
    }

    @When("the gate is looked at")
    public void theGateIsLookedAt() {
        sent.add(client.send(gates.target().read()));
    }

    @When("the gate is opened")
    public void theGateIsOpened() {
        sent.add(client.send(gates.target().set(true)));
    }

    @Then("the answer says whether it is open")
    public void theAnswerSaysWhetherItIsOpen() {
        judge.that(new SaysWhetherItIsOpen(), sent.last());
    }
}
