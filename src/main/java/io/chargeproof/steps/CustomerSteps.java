package io.chargeproof.steps;

import io.chargeproof.custody.CustomerBudget.Use;
import io.chargeproof.evcnet.CustomerBodies;
import io.chargeproof.evcnet.CustomerIsAddressable;
import io.chargeproof.evcnet.IdsDiffer;
import io.chargeproof.exchange.Exchange;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;

/** Customers are created, and get ids. */
public final class CustomerSteps {
    private static final int SERIES = 11;

    private final Customers customers;
    private final Alterations alterations;
    private final Wire wire;
    private final Deeds deeds;
    private final Judge judge;
    private final RunSetting setting;

    /** Steps of a scenario. */
    public CustomerSteps(Customers customers, Wire wire, Deeds deeds, Judge judge, RunSetting setting) {
        this.customers = customers;
        this.alterations = new Alterations(customers, wire, setting);
        this.wire = wire;
        this.deeds = deeds;
        this.judge = judge;
        this.setting = setting;
    }

    @Given("a customer of this run")
    public void aCustomerOfThisRun() {
        customers.own(wire);
    }

    @When("a customer is created")
    public void aCustomerIsCreated() {
        deeds.add(wire.adopt(customers.ownCreation(wire).sent()));
    }

    @When("a customer is created with these values:")
    public void aCustomerIsCreatedWith(DataTable table) {
        alterations.of(table, CustomerBodies.createMembers()).stream()
                .reduce(Alteration::and)
                .ifPresent(all -> deeds.add(customers.require(wire, all.plan()).sent()));
    }

    @When("customers are created, each with one of these values:")
    public void customersAreCreatedEachWith(DataTable table) {
        List<Alteration> all = alterations.of(table, CustomerBodies.createMembers());
        all.forEach(alteration -> createIfToSpare(alteration.plan().as(alteration.use())));
        if (deeds.all().isEmpty()) {
            Alteration first = all.get(0);
            Use last = first.use() == Use.DOUBT ? Use.REFUSAL : Use.SCENARIO;
            deeds.add(customers.require(wire, first.plan().as(last)).sent());
        }
    }

    @When("a series of customers is created")
    public void aSeriesOfCustomersIsCreated() {
        aCustomerIsCreated();
        deeds.add(wire.adopt(customers.otherCreation(wire).sent()));
        for (int i = 0; i < SERIES && setting.isFull(); i++) {
            createIfToSpare(Customers.Plan.PLAIN.asSweep());
        }
    }

    @Then("the customer can be addressed")
    public void theCustomerCanBeAddressed() {
        judge.needsAnswer(deeds.last());
        CustomerIsAddressable.Attempt attempt = customers.ownAttempt(wire);
        judge.state(new CustomerIsAddressable(), attempt, List.of(deeds.last().exchange(), attempt.last()));
        attempt.accepted().ifPresent(candidate -> judge.note("the id was taken from " + candidate.place()));
    }

    @Then("each customer has an id of its own")
    public void eachCustomerHasAnIdOfItsOwn() {
        List<String> ids = new ArrayList<>();
        List<Exchange> evidence = new ArrayList<>();
        customers.own(wire);
        List<Creation> apart =
                customers.created().stream().filter(Creation::isOfItsOwn).toList();
        for (Creation creation : apart) {
            customers.idOf(creation).ifPresent(id -> {
                ids.add(id);
                evidence.add(creation.sent().exchange());
            });
        }
        if (ids.size() < 2) {
            throw new TestDataMissing("fewer than two customers could be created");
        }
        judge.state(new IdsDiffer(), ids, evidence.subList(evidence.size() - 2, evidence.size()));
    }

    private void createIfToSpare(Customers.Plan plan) {
        customers.create(wire, plan).ifPresent(creation -> deeds.add(creation.sent()));
    }
}
